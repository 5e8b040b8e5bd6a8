import completions from '@bomb.sh/tab';
import { printedBy } from './printed.ts';
import type { Shell } from './shells.ts';

const PROGRAM = 'aid-metrics';

/** What a shell has to read to complete our command lines. */
export function shellScript(shell: Shell): string {
  const script = printedBy(() => completions.setup(PROGRAM, PROGRAM, shell));
  return shell === 'bash' ? MENDS.reduce(mended, script) : script;
}

/**
 * What the library's script for bash lacks, each with the words that stand there:
 * two programs that use it, or a script that is read twice, meet constants that are there already;
 * the words before the cursor alone count, also where bash-completion is not installed;
 * where nothing else is meant, files are completed;
 * after `--option=` the shell replaces the value alone.
 */
const MENDS: readonly (readonly [before: RegExp, after: string])[] = [
  [/^readonly /gmu, ''],
  [
    /^ *_get_comp_words_by_ref -n "=:" cur prev words cword\n/mu,
    `    if declare -F _get_comp_words_by_ref >/dev/null; then
        _get_comp_words_by_ref -n "=:" cur prev words cword
    else
        read -ra words <<< "\${COMP_LINE:0:COMP_POINT}"
        [[ "\${COMP_LINE:0:COMP_POINT}" == *" " ]] && words+=("")
        cword=$((\${#words[@]} - 1))
        cur=\${words[cword]}
    fi
    words=("\${words[@]:0:cword+1}")
`,
  ],
  [/^complete -F /mu, 'complete -o default -F '],
  [/^( *)(COMPREPLY=\( \$\(compgen -W)/mu, '$1[[ "$COMP_WORDBREAKS" == *=* ]] && cur=${cur#--*=}\n$1$2'],
];

/** Fails where the library's words are others than we know: a test says so. */
function mended(script: string, [before, after]: (typeof MENDS)[number]): string {
  if (script.search(before) === -1) throw new Error(`the bash script of the library has no ${String(before)}`);
  return script.replace(before, after);
}
