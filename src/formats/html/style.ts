import type { Lang } from '../../vocabulary/text.ts';
import { PAGE_NUMBER } from './words.ts';

const LIGHT = `--bg:#fff;--ink:#1b1f23;--mut:#57606a;--rule:#d4d9de;--rule2:#8c959f;--ok:#0f6b83;--okbg:#e3f1f4;--no:#b3261e;--onno:#fff;--un:#7a5200;--unbg:#fdf0cf;--nj:#6e7781;--bar:#3f6ea5;--bar2:#7692bd;--link:#0b5cad;--warn:#fff6dd;color-scheme:light`;
const DARK = `--bg:#15181b;--ink:#e7eaed;--mut:#a5aeb7;--rule:#363c43;--rule2:#7d8791;--ok:#62bcd3;--okbg:#17323a;--no:#ff8a75;--onno:#2a0d08;--un:#e3b54d;--unbg:#3a2e10;--nj:#98a1ab;--bar:#7fa9de;--bar2:#5876a0;--link:#84b6f4;--warn:#33290f;color-scheme:dark`;
/** On paper, for a reader in dark mode too. */
const PAPER = `--bg:#fff;--ink:#000;--mut:#444;--rule:#bbb;--rule2:#777;--ok:#0f6b83;--okbg:#fff;--no:#8f1d16;--onno:#fff;--un:#5c3d00;--unbg:#fff;--nj:#555;--bar:#3f6ea5;--bar2:#7692bd;--link:#000;--warn:#fff;color-scheme:light`;

/** The style of every page. No name and no number of a result is ever in it. */
export const styleFor = (lang: Lang): string => `:root{${LIGHT}}
@media (prefers-color-scheme:dark){:root{${DARK}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--bg);color:var(--ink);font:16px/1.6 -apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC",system-ui,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
main{max-width:1120px;margin:0 auto;padding:24px}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
h1{font-size:34px;line-height:1.2;font-weight:700;margin:2px 0 6px}
h2{font-size:22px;line-height:1.3;font-weight:700;margin:0 0 6px}
h3,caption,summary{font-size:16px;line-height:1.4;font-weight:600;margin:16px 0 6px;text-align:left}
p{margin:6px 0}
b,.strong{font-weight:650}
.kicker,.about,.quiet,.meta,figcaption,.sub{color:var(--mut);font-size:14px}
.kicker{font-size:14px;margin:0}
.lead{font-size:20px;line-height:1.55;margin:18px 0 12px}
.ok{color:var(--ok)}.no{color:var(--no)}.un{color:var(--un)}
.warn{background:var(--warn);border-left:5px solid var(--un);padding:8px 14px;margin:12px 0}
.warn b{margin-right:10px}
nav{margin:14px 0}
nav ul{list-style:none;margin:0;padding:0}
nav li{display:inline-block;margin-right:20px;padding:2px 0}
section{border-top:2px solid var(--ink);margin-top:44px;padding-top:14px}
.vh{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.g{display:inline-block;min-width:1.35em;text-align:center;font:normal 14px/1.35 "Segoe UI Symbol","Apple Symbols","DejaVu Sans",sans-serif;color:var(--ok)}
.g.no{color:var(--onno);background:var(--no);border-radius:3px}
.g.un{color:var(--un);background:var(--unbg);border:1px solid var(--un);border-radius:3px;font-weight:700;line-height:1.2}
.g.na{color:var(--nj)}
sup{font-size:11px;line-height:0;margin-left:2px}
sup a{text-decoration:none;padding:2px}
.legend>span{display:inline-block;margin-right:16px}.legend .g,.counts .g{margin-right:6px}
.legend svg{vertical-align:-3px;margin-right:4px;overflow:visible}
.keys{display:grid;grid-template-columns:repeat(4,minmax(0,1fr));gap:0 24px;margin:10px 0}
.keys>div{padding-bottom:28px}
.keys dt{font-weight:600;align-self:end}
@supports (grid-template-rows:subgrid){.keys>div{display:grid;grid-template-rows:subgrid;grid-row:span 5;row-gap:0}}
.keys dd{margin:0}
.keys .big{font-size:38px;line-height:1.2;font-weight:650;white-space:nowrap}
.keys .big span{font-size:17px;font-weight:400;margin-left:3px}
.keys .meta{font-size:13px;line-height:1.5}
.keys .std{font-size:13px;margin-top:6px}
.counts{display:block;font-size:14px}.counts>span{display:inline-block;margin-right:10px;white-space:nowrap}
.seg{display:block;width:100%;margin:4px 0}
.f-ok{fill:var(--ok);fill-opacity:.45;stroke:var(--ok)}.f-un{fill:var(--unbg);stroke:var(--un)}.f-no{fill:var(--no);stroke:var(--no)}.f-nj{fill:var(--rule);stroke:var(--rule2)}
.f-bar{fill:var(--bar)}.f-bar2{fill:var(--bar2)}.gap{stroke:var(--bg);stroke-width:2}
.k-ok{fill:var(--ok);fill-opacity:.55;stroke:var(--ok)}.k-no{fill:var(--no)}.k-un,.k-na{fill:var(--bg);stroke:var(--un);stroke-width:1.5}.k-nj{fill:none;stroke:var(--nj);stroke-width:1.2}.k-bar{fill:var(--bar);fill-opacity:.55;stroke:var(--bar)}
svg text{font-size:12px;fill:var(--mut)}
svg text.std{font-size:13px;font-weight:600;fill:var(--ink)}
.beyond{fill:var(--ink)}.axis{stroke:var(--rule)}.tick{stroke:var(--rule2)}.base{stroke:var(--rule2)}
svg line.std{stroke:var(--ink);stroke-width:1.6}
.range{stroke:var(--un);stroke-width:1.5}.range.open{stroke-dasharray:4 3}
.whisker{stroke:var(--bar);stroke-width:1.5}.box{fill:var(--bar);fill-opacity:.35;stroke:var(--bar)}.median{stroke:var(--ink);stroke-width:2}.fail{stroke:var(--no);stroke-width:2}
.bound,.run{stroke:var(--ink);stroke-width:1.5}.run{stroke:var(--bar)}
text.val{font-size:13px}text.val.last{fill:var(--ink);font-weight:650}
figure{margin:14px 0 22px;min-width:0}
figure h3{margin:0 0 4px}
figure svg{width:100%;overflow:visible;display:block}
figcaption{font-size:13px;line-height:1.55;margin-top:4px}
.plot{display:grid;grid-template-columns:minmax(0,max-content) minmax(45%,1fr) max-content;column-gap:14px}
.plot ul{list-style:none;margin:0;padding:24px 0 0;font-size:13px}
.names{max-width:11em}
.plot li{height:38px;line-height:38px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.bars .plot li,.boxes .plot li{height:24px;line-height:24px}
.tally{color:var(--mut);text-align:right;position:relative}
.plot .tally .head{position:absolute;top:0;right:0;height:24px;line-height:18px;font-size:12px}
.beside{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:8px 40px}
.wide{margin:10px 0;position:relative}
table{border-collapse:collapse;font-size:14px;line-height:1.45;width:100%}
caption{padding:6px 0}
th,td{padding:4px 8px;text-align:left;vertical-align:top;border-bottom:1px solid var(--rule)}
th:first-child,td:first-child{padding-left:0}
thead th,thead td{font-size:13px;font-weight:600;vertical-align:bottom;border-bottom:1.5px solid var(--ink)}
tbody th{font-weight:400}
tbody .group th{font-weight:600;border-bottom:1px solid var(--rule2);padding-top:18px}
.group span{font-weight:400;color:var(--mut);margin-left:8px}
tfoot th,tfoot td{font-weight:600;border-top:1.5px solid var(--ink);border-bottom:0}
th small,td small{display:block;font-weight:400;font-size:12.5px;color:var(--mut)}
.number{text-align:right}
td.number,.place{white-space:nowrap}
th.name{white-space:normal;min-width:5.5em}
td.number small{white-space:normal}
.c{display:inline-block;min-width:6.6em;padding-left:8px;text-align:left;font-size:12.5px;color:var(--mut);font-weight:400}
tfoot .c{display:block;text-align:right;padding:0}
.sg{display:inline-block;min-width:1.6em;padding-left:4px;text-align:center}
.code{font-size:12.5px;overflow-wrap:anywhere;color:var(--mut)}
td.bar{width:32%;min-width:5em}
th.sign,td.sign{text-align:center;padding:4px 2px;min-width:2em}
.matrix td.sign{border-left:2px solid var(--bg);border-right:2px solid var(--bg)}
.matrix td.sign .g{background:none;border:0;width:100%}
.matrix td.sign.no{background:var(--no)}
.matrix td.sign.un{background:var(--unbg);box-shadow:inset 0 0 0 1.5px var(--un)}
.matrix td.sign.verdict.ok,.matrix th+td.sign.ok{background:var(--okbg)}
.turned th.sign{min-width:4.6em;max-width:9em;padding:4px 6px}.turned td.sign{padding:4px 6px}
.turned tbody th+td.sign.ok{background:none}.turned tbody tr:first-child td.sign.ok{background:var(--okbg)}
.reason{color:var(--mut);font-size:13px}
abbr{text-decoration:none}
table button{font:inherit;color:inherit;background:none;border:0;padding:2px 0;margin:0;min-height:24px;min-width:24px;cursor:pointer;text-align:inherit}
table button::after{content:" ↕";color:var(--mut);font-weight:400}
[aria-sort=ascending] button::after{content:" ↑";color:var(--ink)}
[aria-sort=descending] button::after{content:" ↓";color:var(--ink)}
.pairs{display:grid;grid-template-columns:max-content 1fr;gap:2px 16px}
.pairs dt{color:var(--mut)}.pairs dd{margin:0}
.in1{margin-left:1em}.in2{margin-left:2em}.in3{margin-left:3em}.in4{margin-left:4em}.in5{margin-left:5em}.in6{margin-left:6em}
.notes{font-size:14px;padding-left:1.8em}.notes li{padding:2px 0}
:target{background:var(--warn)}
details{border-bottom:1px solid var(--rule);padding:2px 0}
summary{cursor:pointer;margin:6px 0;min-height:24px}
summary .quiet{font-weight:400;margin-left:10px}
footer{margin-top:32px;border-top:1px solid var(--rule);padding-top:8px;font-size:13px;color:var(--mut);overflow-wrap:anywhere}footer p{margin:2px 0}
@media (max-width:1119px){.wide{overflow-x:auto}}
@media (max-width:899px){.keys{grid-template-columns:repeat(2,minmax(0,1fr))}.beside{grid-template-columns:minmax(0,1fr)}.beside.small{grid-template-columns:repeat(2,minmax(0,1fr))}}
@media (min-width:900px){.beside.small{grid-template-columns:repeat(4,minmax(0,1fr));gap:8px 28px}.wide.plain{overflow-x:auto}}
@media (min-width:1120px){.grid thead th{position:sticky;top:0;background:var(--bg);z-index:1;box-shadow:inset 0 -1.5px 0 var(--ink)}}
@media (max-width:560px){main{padding:16px}h1{font-size:28px}.lead{font-size:18px}h2{font-size:20px}.keys{column-gap:16px}.keys>div{padding-bottom:22px}.keys .big{font-size:27px;white-space:normal}.keys .big span{font-size:14px}.spare{display:none}.grid th.name{position:sticky;left:0;background:var(--bg);z-index:1;max-width:8em}.grid .group th{position:static}.c{display:block;min-width:0;padding-left:0;text-align:right;margin-right:1.6em}.matrix th,.matrix td{padding:4px 0}.matrix th.sign,.matrix td.sign{min-width:0;padding:4px 0}.matrix td.sign{border-left-width:1px;border-right-width:1px}.matrix th.name{max-width:6.2em;min-width:4.5em}.matrix th.sign+th.sign,.matrix td.sign{width:1.45em}.matrix.turned th.sign,.matrix.turned td.sign{min-width:3.6em;padding:4px 3px}.matrix.turned th.name{min-width:6em;max-width:8em}.plot{column-gap:8px}td.bar{width:22%}}
@page{size:A4;margin:16mm 14mm 18mm;@bottom-center{content:${PAGE_NUMBER[lang]};font-size:8.5pt;color:#444}}
@media print{:root{${PAPER}}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
body{font-size:10pt}main{max-width:none;padding:0}
h1{font-size:20pt}.lead{font-size:12pt}h2{font-size:13pt}h3,caption,summary{font-size:10.5pt}
nav{display:none}section{margin-top:20pt}
.warn{border:1pt solid var(--ink);border-left-width:4pt}
a{text-decoration:none}
.keys{grid-template-columns:repeat(4,minmax(0,1fr));column-gap:12pt}.keys>div{padding-bottom:14pt}.keys .big{font-size:19pt}.keys .big span{font-size:9pt}.counts,.keys .std,.keys .meta{font-size:8pt}
.beside,.beside.small{grid-template-columns:repeat(2,minmax(0,1fr));gap:6pt 20pt}.beside.small{grid-template-columns:repeat(4,minmax(0,1fr))}
svg text{font-size:7.5pt}svg text.std,text.val{font-size:8pt}.plot ul{font-size:8pt}figcaption,.about,.kicker,.legend{font-size:8.5pt}
table{font-size:8.5pt}thead th,thead td{font-size:8pt}th small,td small,.c,.reason,.code{font-size:7.5pt}th,td{padding:2pt 5pt}
.g{font-size:8.5pt}.notes,section p,footer,details{font-size:8.5pt}
.wide{overflow:visible}
thead{display:table-header-group}tfoot{display:table-row-group}
tr,figure,.keys>div,details{break-inside:avoid}details[open]{break-inside:auto}
h2,h3,caption,.group{break-after:avoid}
.fresh{break-before:page}
.grid thead th{position:static}
table button{display:contents}table button::after{content:none}
}
`;
