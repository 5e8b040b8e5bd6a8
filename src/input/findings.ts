import type { Text } from '../vocabulary/text.ts';

export type Severity = 'error' | 'warning' | 'note';

/** Every kind of thing that can be wrong, with its severity and its wording: the only wording there is. `{…}` stand for arguments. */
interface FindingKind {
  readonly severity: Severity;
  readonly message: Text;
  readonly hint: Text;
}

const kinds = {
  // ---- rows of a database
  'rows-not-fetched': {
    severity: 'error',
    message: {
      zh: '{place}有 {rows} 行要逐行解释（{columns}），超过了 {limit} 行的上限，没有取出，没有计入',
      en: '{rows} rows of {place} need reading one by one ({columns}); they are beyond the {limit} that are fetched, and not counted',
    },
    hint: {
      zh: '在数据库里改正这一列的写法，或用视图改写；也可放宽上限 --max-refused',
      en: 'mend how the column is written in the database, or rewrite it in a view; or raise the limit with --max-refused',
    },
  },
  'doubts-not-shown': {
    severity: 'warning',
    message: {
      zh: '另有 {rows} 行自相矛盾（照常计入），超过了 {limit} 行的上限，没有逐行列出',
      en: '{rows} more rows contradict themselves (and count): they are beyond the {limit} that are fetched, and not listed',
    },
    hint: { zh: '要全部列出，请放宽上限 --max-refused', en: 'to have all of them listed, raise the limit with --max-refused' },
  },
  'helpers-not-told-apart': {
    severity: 'warning',
    message: {
      zh: '“{column}”里不只是用顿号、逗号或分号分开的姓名；姓名不出数据库，整格按一个帮扶人计',
      en: '"{column}" holds more than names with a comma or semicolon between them; names do not leave the database, and the cell counts as one helper',
    },
    hint: { zh: '在数据库或视图里只写姓名，中间用顿号', en: 'write names alone, with a comma between them, in the database or in a view' },
  },

  // ---- a cell
  'required-blank': {
    severity: 'error',
    message: { zh: '必填项“{column}”是空的', en: 'the required cell "{column}" is blank' },
    hint: { zh: '请填写；没有这一行的数据就删掉整行', en: 'fill it in, or delete the row if it holds nothing' },
  },
  'not-a-number': {
    severity: 'error',
    message: { zh: '“{value}”不是数字', en: '"{value}" is not a number' },
    hint: {
      zh: '只写数字，如 159；没有填 0，不知道就留空',
      en: 'write digits only, such as 159: 0 if there is none, blank if it is not known',
    },
  },
  'not-whole': {
    severity: 'error',
    message: { zh: '“{value}”不是整数', en: '"{value}" is not a whole number' },
    hint: {
      zh: '户数、人数只能是整数；检查表头的单位',
      en: 'households and persons are whole numbers; check the unit in the heading',
    },
  },
  negative: {
    severity: 'error',
    message: { zh: '“{value}”是负数', en: '"{value}" is negative' },
    hint: { zh: '请填 0 或正数；不知道就留空', en: 'write 0 or more; leave the cell blank if it is not known' },
  },
  'scientific-notation': {
    severity: 'error',
    message: {
      zh: '“{value}”是科学计数法，原来的数字已看不出',
      en: '"{value}" is scientific notation: the digits as entered cannot be told',
    },
    hint: {
      zh: '把单元格格式改为“数值”，重新填写原数',
      en: 'set the cell to a plain number format and enter the number again',
    },
  },
  'number-too-large': {
    severity: 'error',
    message: { zh: '“{value}”大得不合理', en: '"{value}" is too large to be true' },
    hint: {
      zh: '检查是否错列，或把证件号码填进了这一列',
      en: 'check whether cells have shifted, or an identity number stands in this column',
    },
  },
  'beyond-plausible': {
    severity: 'error',
    message: {
      zh: '“{value}”大得不可能是“{column}”（至多 {most}）：{because}',
      en: '"{value}" cannot be "{column}" (at most {most}): {because}',
    },
    hint: {
      zh: '检查是否错列，或把电话、证件号码填进了这一列；核对表头的单位',
      en: 'check whether cells have shifted, or a telephone or identity number stands in this column, and the unit in the heading',
    },
  },
  'unit-unexpected': {
    severity: 'error',
    message: { zh: '“{value}”的单位与“{column}”不符', en: '"{value}" carries a unit that "{column}" does not have' },
    hint: { zh: '去掉单位，只写数字', en: 'write the number without the unit' },
  },
  'unit-twice': {
    severity: 'error',
    message: {
      zh: '“{value}”自带单位，表头又写了单位（如万元），不知道该按哪个',
      en: '"{value}" carries a unit of its own under a heading that has one: which counts cannot be told',
    },
    hint: {
      zh: '按表头的单位只写数字：表头是万元时，12万写成 12',
      en: 'write the number alone, in the unit of the heading: under thousands, 12 thousand is 12',
    },
  },
  'percentage-for-number': {
    severity: 'error',
    message: { zh: '“{value}”是百分数，这里要填数量', en: '"{value}" is a percentage where a number is wanted' },
    hint: {
      zh: '填户数、人数或金额，比率由本工具计算',
      en: 'enter the households, persons or money; the tool computes the rate',
    },
  },
  'not-yes-no': {
    severity: 'error',
    message: { zh: '“{value}”不是“是”或“否”', en: '"{value}" is neither yes nor no' },
    hint: { zh: '填“是”或“否”；不知道就留空', en: 'write yes or no; leave the cell blank if it is not known' },
  },
  'coded-yes-no': {
    severity: 'error',
    message: { zh: '“{value}”是编码，看不出是“是”还是“否”', en: '"{value}" is a code that could mean yes or no' },
    hint: {
      zh: '按填表说明的编码表（如 1 是、2 否）改成“是”或“否”',
      en: 'replace it by yes or no, using the code table of the form (often 1 = yes, 2 = no)',
    },
  },
  'not-a-period': {
    severity: 'error',
    message: { zh: '“{value}”不是年度或月份', en: '"{value}" is not a year or a month' },
    hint: { zh: '写成 2020 或 2020-04', en: 'write 2020 or 2020-04' },
  },
  'not-a-date': {
    severity: 'error',
    message: { zh: '“{value}”不是日期', en: '"{value}" is not a date' },
    hint: { zh: '写成 2020-04-18、2020-04 或 2020', en: 'write 2020-04-18, 2020-04 or 2020' },
  },
  'not-a-year': {
    severity: 'error',
    message: { zh: '“{value}”不是年份', en: '"{value}" is not a year' },
    hint: { zh: '写成四位数，如 2018', en: 'write four digits, such as 2018' },
  },
  'year-out-of-range': {
    severity: 'error',
    message: {
      zh: '“{value}”的年份不在 1978–2100 之间',
      en: '"{value}" lies outside the years 1978 to 2100',
    },
    hint: {
      zh: '填写四位年份；如果填的就是 2020，却显示 1905，是单元格设成了日期格式：改成“常规”后重新填写',
      en: 'write the year in four digits; if you wrote 2020 and 1905 is shown, the cell has the format of a date: set it to General and enter the year again',
    },
  },
  'not-a-rate': {
    severity: 'error',
    message: { zh: '“{value}”不是百分数', en: '"{value}" is not a percentage' },
    hint: { zh: '写成 95.78 或 95.78%', en: 'write 95.78 or 95.78%' },
  },
  'unknown-choice': {
    severity: 'error',
    message: { zh: '“{value}”不在“{column}”的选项里', en: '"{value}" is not one of the choices of "{column}"' },
    hint: { zh: '可选：{choices}', en: 'choose one of: {choices}' },
  },
  'coded-choice': {
    severity: 'error',
    message: {
      zh: '“{value}”是编码，“{column}”没有说明编码表',
      en: '"{value}" is a code, and the code table of "{column}" is not known',
    },
    hint: { zh: '按编码表改成文字，可选：{choices}', en: 'replace the code by its word, one of: {choices}' },
  },
  'contradicting-words': {
    severity: 'error',
    message: {
      zh: '“{value}”里括号内外是“{column}”的两个不同选项',
      en: '"{value}" holds two different choices of "{column}", inside the brackets and outside',
    },
    hint: { zh: '只保留一个，可选：{choices}', en: 'keep one of them: {choices}' },
  },
  'no-name': {
    severity: 'error',
    message: { zh: '“{value}”不是名称，“{column}”要写名称', en: '"{value}" names nothing, and "{column}" takes names' },
    hint: {
      zh: '写出名称（多个用顿号隔开），没有写“无”，不知道留空；只填是否的列，表头要写“是否…”或“有无…”',
      en: 'write the names, "none" if there is none, or leave the cell blank; a column of yes and no needs a heading that asks (has_industry)',
    },
  },
  'destroyed-number': {
    severity: 'error',
    message: {
      zh: '“{value}”被电子表格改成了科学计数法，后面的数字已丢失',
      en: '"{value}": a spreadsheet has turned the number into scientific notation and its last digits are lost',
    },
    hint: {
      zh: '把该列设为“文本”格式，从原始资料重新录入',
      en: 'set the column to text and enter the number again from the original',
    },
  },
  'not-a-village-code': {
    severity: 'error',
    message: { zh: '“{value}”不是12位村代码', en: '"{value}" is not a village code of 12 digits' },
    hint: {
      zh: '填写12位统计用区划代码；没有就留空',
      en: 'write the 12-digit statistical code, or leave the cell blank',
    },
  },
  'formula-without-value': {
    severity: 'warning',
    message: {
      zh: '“{column}”是公式（{value}），文件里没有保存它的结果：按“不知道”处理',
      en: '"{column}" is a formula ({value}) of which the file holds no result: the cell is unknown',
    },
    hint: {
      zh: '用 Excel 或 WPS 打开这个文件，保存一次，再运行',
      en: 'open the file in Excel or WPS and save it, then run this again',
    },
  },
  'error-value': {
    severity: 'warning',
    message: {
      zh: '“{column}”是错误值“{value}”：按“不知道”处理',
      en: '"{column}" is the error "{value}" of a spreadsheet: the cell is unknown',
    },
    hint: {
      zh: '在表格中改正公式或重新填写；不知道就留空',
      en: 'mend the formula in the spreadsheet or enter the value; leave the cell blank if it is not known',
    },
  },
  'divided-item': {
    severity: 'warning',
    message: {
      zh: '“{column}”的列表里有一项自带分隔符（顿号、逗号、空格等），分不清是一项还是几项：按“不知道”处理',
      en: 'an item in the list of "{column}" holds a separator itself: whether it is one or several cannot be told, and the cell is unknown',
    },
    hint: {
      zh: '在导出的地方把列表拆开，一项一个；不能拆就从这一项里去掉分隔符',
      en: 'give each item of its own in the list where it is exported, or take the separator out of it',
    },
  },
  'column-too-narrow': {
    severity: 'error',
    message: {
      zh: '“{column}”只有“{value}”：保存时列太窄，数字没有存下来',
      en: '"{column}" is "{value}": the column was too narrow when the file was saved, and the number is not in it',
    },
    hint: {
      zh: '在原表格里把这一列拉宽，再重新保存',
      en: 'widen the column in the spreadsheet and save the file again',
    },
  },
  'nul-byte': {
    severity: 'error',
    message: {
      zh: '单元格里有空字节（NUL）或半个字符，文件可能已损坏',
      en: 'the cell holds a NUL byte or half a character: the file may be damaged',
    },
    hint: { zh: '从原始表格重新导出', en: 'export the file again from its source' },
  },
  // ---- a row
  'merged-number': {
    severity: 'error',
    message: {
      zh: '“{value}”所在的单元格合并了几行，看不出“{column}”各行是多少',
      en: '"{value}" stands in a cell merged over several rows: what "{column}" is in each of them cannot be told',
    },
    hint: { zh: '取消合并，每行填自己的数', en: 'unmerge the cells and enter a number in each row' },
  },
  'row-too-short': {
    severity: 'error',
    message: {
      zh: '这一行只有 {cells} 个单元格，表头有 {headings} 个',
      en: 'the row has {cells} cells, the header {headings}',
    },
    hint: {
      zh: '补上缺少的单元格（可以是空的），或检查换行',
      en: 'add the missing cells (they may be blank), or look for a stray line break',
    },
  },
  'row-too-long': {
    severity: 'error',
    message: {
      zh: '这一行有 {cells} 个单元格，表头只有 {headings} 个',
      en: 'the row has {cells} cells, the header only {headings}',
    },
    hint: {
      zh: '内容里有逗号时要加引号，或删掉多余的逗号',
      en: 'put quotes round text that holds a comma, or delete the extra comma',
    },
  },
  'total-row': {
    severity: 'warning',
    message: { zh: '这一行是“{words}”，没有计入', en: 'this row says "{words}": it sums up others and is left out' },
    hint: {
      zh: '合计由本工具计算；这一行可以删掉',
      en: 'the tool adds up itself; the row may be deleted',
    },
  },
  'sum-row': {
    severity: 'warning',
    message: {
      zh: '“{name}”这一行是{what}的汇总，没有计入',
      en: 'the row "{name}" sums up {what} and is left out',
    },
    hint: {
      zh: '合计由本工具计算；如果它真是一个村，请在村名里写明，并核对各数',
      en: 'the tool adds up itself; if it is a village of its own, check its name and its numbers',
    },
  },
  'area-as-village': {
    severity: 'warning',
    message: {
      zh: '“{name}”像乡镇或县的名称，按一个村计入了；它的数也不等于相邻各行的和',
      en: '"{name}" is called like a township or county and was counted as a village; its numbers are not the sum of the rows beside it',
    },
    hint: { zh: '如果是汇总行，请删掉它，或把名称写成“{name}合计”', en: 'if it sums up others, delete it or call it "{name} total"' },
  },
  'note-row': {
    severity: 'warning',
    message: { zh: '这一行是说明或签名，没有计入', en: 'this row is a note or a signature and is left out' },
    hint: { zh: '不影响计算；可以删掉', en: 'no figure is touched; the row may be deleted' },
  },
  'unit-in-note': {
    severity: 'error',
    message: {
      zh: '表下的说明写着单位“{unit}”，没有用到：{headings} 按元、户、人读取',
      en: 'the note below the table names the unit "{unit}", which was not used: {headings} are read in yuan, households, persons',
    },
    hint: { zh: '把单位写进表头，如“村级集体经济收入（万元）”', en: 'write the unit into the headings, or into a line above the header' },
  },
  'numbering-row': {
    severity: 'warning',
    message: { zh: '这一行给各列编号，没有计入', en: 'this row numbers the columns and is left out' },
    hint: { zh: '不影响计算；可以删掉', en: 'no figure is touched; the row may be deleted' },
  },
  'repeated-header': {
    severity: 'warning',
    message: { zh: '这一行又是表头，没有计入', en: 'this row is the header again and is left out' },
    hint: {
      zh: '可能是几个文件接在一起；下面的行照常读取，表头可以删掉',
      en: 'files may have been joined; the rows below it are read, and the row may be deleted',
    },
  },
  'reordered-header': {
    severity: 'warning',
    message: {
      zh: '这一行又是表头，列的顺序不同，没有计入；下面的行按它读取',
      en: 'this row is the header again, with its columns in another order, and is left out; the rows below it are read by it',
    },
    hint: { zh: '可能是几个文件接在一起；核对下面的行', en: 'files may have been joined; check the rows below it' },
  },
  'header-of-another-table': {
    severity: 'warning',
    message: {
      zh: '这一行是另一张表的表头（{table}，或列不同），没有计入',
      en: 'this row is the header of another table ({table}, or with other columns) and is left out',
    },
    hint: { zh: '一个文件只放一张表：把下面的部分另存为一个文件', en: 'keep one table to a file: save what follows as a file of its own' },
  },
  'row-of-another-table': {
    severity: 'error',
    message: {
      zh: '从这一行起是另一张表，没有读取',
      en: 'from this row on stands another table, which is not read',
    },
    hint: {
      zh: '把这一行和上面的表头另存为一个文件，一起交给本工具',
      en: 'save it with its header as a file of its own, and give both files',
    },
  },
  'empty-row': {
    severity: 'warning',
    message: {
      zh: '这一行只有公式留下的空值或 0，没有计入',
      en: 'this row holds nothing but what formulas leave, blanks and 0, and is left out',
    },
    hint: { zh: '不影响计算；可以删掉', en: 'no figure is touched; the row may be deleted' },
  },
  'example-row': {
    severity: 'warning',
    message: { zh: '这一行是模板里的例子，没有计入', en: 'this row is the example of the template and is left out' },
    hint: { zh: '填好后删掉这一行', en: 'delete it once the table is filled in' },
  },
  'unclosed-quote': {
    severity: 'error',
    message: {
      zh: '引号没有结束，从这一行起到文件末尾都无法读取',
      en: 'a quotation mark is never closed: from this row to the end of the file nothing can be read',
    },
    hint: {
      zh: '补上或删掉这一行里的引号，再检查一次，后面的行可能还有问题',
      en: 'close or delete the quotation mark in this row, then check again: later rows have not been looked at',
    },
  },
  'part-exceeds-whole': {
    severity: 'error',
    message: {
      zh: '{parts}（{partsValue}）大于{whole}（{wholeValue}）',
      en: '{parts} ({partsValue}) is more than {whole} ({wholeValue})',
    },
    hint: { zh: '部分不能大于整体，请核对这两个数', en: 'a part cannot exceed its whole; check both numbers' },
  },
  'industry-exceeds-eligible': {
    severity: 'warning',
    message: {
      zh: '有产业的贫困户比应覆盖的贫困户（建档立卡户减去豁免户）还多：{parts} 合计 {partsValue}，{whole} {wholeValue}',
      en: 'more poor households have an industry than could be covered (registered less exempt): {parts} together {partsValue}, {whole} {wholeValue}',
    },
    hint: {
      zh: '豁免户被算进了分子：请填写“有产业的豁免贫困户数”，否则不计算产业覆盖率',
      en: 'exempt households are in the numerator: fill in industry_exempt_households, or no industry coverage is computed',
    },
  },
  'parts-exceed-receipts': {
    severity: 'error',
    message: {
      zh: '补助与一次性收入（{partsValue}）大于全部收入（{wholeValue}）',
      en: 'subsidies and one-off receipts ({partsValue}) are more than all receipts ({wholeValue})',
    },
    hint: {
      zh: '“村级集体经济收入”要填全部进账：如漏了征地补偿等一次性收入，请加回去',
      en: 'collective_income holds all receipts: add back the compensation or other one-off money that was left out',
    },
  },
  'fewer-persons-than-households': {
    severity: 'warning',
    message: {
      zh: '{parts}（{partsValue}）比{whole}（{wholeValue}）还多',
      en: '{parts} ({partsValue}) are more than {whole} ({wholeValue})',
    },
    hint: { zh: '每户至少一人，两列可能填反了', en: 'every household has a person: the two columns may be swapped' },
  },
  'spent-exceeds-received': {
    severity: 'warning',
    message: {
      zh: '支出资金（{partsValue}）大于到位资金（{wholeValue}）',
      en: 'spent ({partsValue}) is more than received ({wholeValue})',
    },
    hint: { zh: '核对两个金额和它们的年度', en: 'check both amounts and their periods' },
  },
  'received-exceeds-planned': {
    severity: 'warning',
    message: {
      zh: '到位资金（{partsValue}）大于计划投资（{wholeValue}）',
      en: 'received ({partsValue}) is more than planned ({wholeValue})',
    },
    hint: {
      zh: '核对两个金额；计划投资是整个项目的',
      en: 'check both amounts; planned_yuan is that of the whole project',
    },
  },
  'roll-forward-differs': {
    severity: 'warning',
    message: {
      zh: '贫困人口对不上账：{parts} 合计 {partsValue}，{whole} 合计 {wholeValue}',
      en: 'the poor persons do not add up: {parts} make {partsValue}, {whole} make {wholeValue}',
    },
    hint: {
      zh: '期初 + 新增 + 返贫 应等于 期末 + 脱贫（自然增减除外），请核对',
      en: 'beginning + new + returned should equal closing + exited, births and deaths apart; check them',
    },
  },
  'parts-differ-from-total': {
    severity: 'warning',
    message: {
      zh: '合计与分项不符：{parts} 合计 {partsValue}，{whole} 是 {wholeValue}',
      en: 'the total differs from its parts: {parts} make {partsValue}, {whole} is {wholeValue}',
    },
    hint: {
      zh: '四项都填时按四项之和计算；请核对合计或分项',
      en: 'where all parts are filled in, their sum counts; check the total or the parts',
    },
  },
  'stated-rate-truncated': {
    severity: 'warning',
    message: {
      zh: '填报的 {stated} 是截去尾数得来的：{numerator}/{denominator} 四舍五入是 {computed}',
      en: 'the stated {stated} was cut off: {numerator}/{denominator} rounds to {computed}',
    },
    hint: { zh: '改成 {computed}；本工具不使用填报的比率', en: 'write {computed}; the tool never uses stated rates' },
  },
  'stated-rate-differs': {
    severity: 'warning',
    message: {
      zh: '填报的 {stated} 与本行的数不符：{numerator}/{denominator} = {computed}',
      en: 'the stated {stated} is not what this row gives: {numerator}/{denominator} = {computed}',
    },
    hint: { zh: '{fitting}；请核对比率或户数、人数', en: '{fitting}; check the rate or the counts' },
  },
  'unsafe-house-called-safe': {
    severity: 'warning',
    message: {
      zh: '住房安全填“是”，房屋等级却是C级或D级（危房）',
      en: 'the housing is called safe, and the house is graded C or D (dangerous)',
    },
    hint: {
      zh: '核对房屋鉴定；在改正前这一户按“不知道”计',
      en: 'check the survey of the house; until then the household counts as unknown',
    },
  },
  'industry-contradicts': {
    severity: 'warning',
    message: { zh: '“是否参与产业”填“否”，却列出了产业', en: 'has_industry says no, and industries are listed' },
    hint: { zh: '改正其中一列；计算以“是否参与产业”为准', en: 'mend one of the two; has_industry is what counts' },
  },
  'evaluation-of-village': {
    severity: 'warning',
    message: {
      zh: '“{column}”是县的评估检查数，写在村的行里不采用',
      en: '"{column}" is of the evaluation of a county: in the row of a village it is not used',
    },
    hint: { zh: '为县另写一行：填县名，村留空', en: 'give the county a row of its own: fill in the county, leave the village blank' },
  },
  'code-of-another-province': {
    severity: 'warning',
    message: {
      zh: '写的是{province}，村代码“{value}”却以 {digits} 开头，是{other}的',
      en: 'the row names {province}, but the village code "{value}" begins with {digits}: {other}',
    },
    hint: { zh: '改正省名或村代码；标准按村代码选用', en: 'correct the province or the code: standards are chosen by the code' },
  },
  'codes-of-one-place-differ': {
    severity: 'warning',
    message: {
      zh: '{place}的村代码这里以 {prefix} 开头，前面的行以 {first} 开头',
      en: 'a village code of {place} begins with {prefix} here, and with {first} in an earlier row',
    },
    hint: { zh: '一个地方的代码前几位相同；核对地名和代码', en: 'codes of one place begin alike: check the name and the code' },
  },
  'registered-contradicts': {
    severity: 'warning',
    message: { zh: '“是否建档立卡”与脱贫状态矛盾', en: 'registered contradicts the status' },
    hint: {
      zh: '非贫困户不应建档立卡，其他状态都应是建档立卡户；计算以“是否建档立卡”为准',
      en: 'never-poor households are not registered, all others are; registered is what counts',
    },
  },
  'exit-year-of-the-poor': {
    severity: 'warning',
    message: { zh: '未脱贫户填了脱贫年度', en: 'a household that has not exited has a year of exit' },
    hint: { zh: '改正脱贫状态，或清空脱贫年度', en: 'mend the status, or clear the year' },
  },
  'exit-year-later': {
    severity: 'warning',
    message: { zh: '脱贫年度“{value}”晚于本行的年度', en: 'the year of exit "{value}" is later than the period of the row' },
    hint: { zh: '核对脱贫年度', en: 'check the year of exit' },
  },
  'exit-before-registration': {
    severity: 'warning',
    message: { zh: '脱贫年度早于识别年度', en: 'the year of exit is before that of registration' },
    hint: { zh: '核对这两个年度', en: 'check both years' },
  },
  'nobody-in-household': {
    severity: 'warning',
    message: { zh: '家庭人口数是 0', en: 'the household has 0 persons' },
    hint: { zh: '填写人数；整户消亡的改为“注销”', en: 'enter its persons, or call it cancelled if nobody is left' },
  },
  'risk-without-monitoring': {
    severity: 'warning',
    message: { zh: '填了风险是否消除，却不是监测对象', en: 'a risk is called cleared or not, and the household is not monitored' },
    hint: { zh: '补上监测对象类型，或清空这一格', en: 'enter the monitoring type, or clear the cell' },
  },
  'identified-without-monitoring': {
    severity: 'warning',
    message: {
      zh: '填了监测识别时间，却不是监测对象',
      en: 'a day is given since when the household is monitored, and it is not monitored',
    },
    hint: { zh: '补上监测对象类型，或清空这一格', en: 'enter the monitoring type, or clear the cell' },
  },
  'cleared-before-identified': {
    severity: 'warning',
    message: { zh: '风险消除时间早于监测识别时间', en: 'the risk was cleared before the household was identified' },
    hint: { zh: '核对这两个日期', en: 'check both days' },
  },
  'identified-before-clue': {
    severity: 'warning',
    message: { zh: '监测识别时间早于发现线索时间', en: 'the household was identified before there was a clue' },
    hint: { zh: '核对这两个日期', en: 'check both days' },
  },
  'cleared-day-of-uncleared': {
    severity: 'warning',
    message: { zh: '风险没有消除，却填了风险消除时间', en: 'the risk is not cleared, and a day of clearing is given' },
    hint: { zh: '改正“风险是否消除”，或清空这一格', en: 'mend risk_cleared, or clear the day' },
  },
  'more-labour-than-persons': {
    severity: 'warning',
    message: {
      zh: '劳动力人数 {partsValue} 多于家庭人口数 {wholeValue}',
      en: '{partsValue} persons able to work in a household of {wholeValue}',
    },
    hint: { zh: '核对这两个数', en: 'check both numbers' },
  },
  'date-without-completion': {
    severity: 'warning',
    message: { zh: '有完成时间，项目状态却不是“已完成”', en: 'the project has a day of completion, and is not called completed' },
    hint: { zh: '核对项目状态和完成时间', en: 'check the status and the day' },
  },
  'identity-length': {
    severity: 'warning',
    message: {
      zh: '证件号码有 {length} 位，应为18位（残疾证20或22位）',
      en: 'the identity number has {length} characters, not 18 (20 or 22 with a disability suffix)',
    },
    hint: { zh: '核对证件号码；本工具不使用它', en: 'check it against the document; the tool does not use it' },
  },
  'identity-checksum': {
    severity: 'warning',
    message: { zh: '证件号码“{value}”的校验码不对', en: 'the check digit of the identity number "{value}" is wrong' },
    hint: { zh: '至少有一位录错，请对照证件', en: 'at least one digit is wrong; compare it with the document' },
  },
  'identity-birth-date': {
    severity: 'warning',
    message: { zh: '证件号码“{value}”里的出生日期不存在', en: 'the birth date in the identity number "{value}" does not exist' },
    hint: { zh: '对照证件改正', en: 'mend it from the document' },
  },
  'identity-destroyed': {
    severity: 'warning',
    message: { zh: '证件号码被电子表格破坏：“{value}”', en: 'a spreadsheet has destroyed the identity number: "{value}"' },
    hint: { zh: '把该列设为“文本”，从证件重新录入', en: 'set the column to text and enter it again from the document' },
  },
  // ---- members
  'no-head': {
    severity: 'warning',
    message: { zh: '户 {household} 的各行里没有户主', en: 'household {household} has no head among its rows' },
    hint: { zh: '与户主关系一列应有且只有一个“户主”', en: 'exactly one row of a household is its head' },
  },
  'several-heads': {
    severity: 'warning',
    message: {
      zh: '户 {household} 有不止一个户主（另见第 {other} 行）',
      en: 'household {household} has more than one head (see row {other})',
    },
    hint: { zh: '与户主关系一列应有且只有一个“户主”', en: 'exactly one row of a household is its head' },
  },
  'member-disagrees': {
    severity: 'warning',
    message: {
      zh: '户 {household} 的“{column}”各行不一致：这里是“{value}”，第 {other} 行是“{otherValue}”',
      en: 'household {household} disagrees with itself: "{value}" here, "{otherValue}" in row {other}',
    },
    hint: {
      zh: '同一户各行的户信息应相同；以第一次出现的为准',
      en: 'the rows of a household repeat the same household data; the first is taken',
    },
  },
  'members-differ': {
    severity: 'warning',
    message: {
      zh: '户 {household} 填报 {value} 人，共有 {counted} 行成员',
      en: 'household {household} declares {value} persons and has {counted} member rows',
    },
    hint: {
      zh: '补上或删去成员行，或改正人数；以填报的人数为准',
      en: 'add or delete member rows, or mend the number; the declared number is what counts',
    },
  },
  // ---- between rows
  'duplicate-village': {
    severity: 'error',
    message: { zh: '{key} 已在{twin}出现过', en: '{key} stands already in {twin}' },
    hint: { zh: '一个村一个时期只留一行', en: 'keep one row for a village and period' },
  },
  'duplicate-household': {
    severity: 'error',
    message: {
      zh: '户编号 {value} 在同一时期已在{twin}出现过',
      en: 'household {value} stands already in {twin} for the same period',
    },
    hint: {
      zh: '一户一个时期只留一行；若是两户，请改正户编号',
      en: 'keep one row for a household and period; if they are two households, mend the id',
    },
  },
  'duplicate-project': {
    severity: 'error',
    message: {
      zh: '项目 {value} 在同一时期已在{twin}出现过',
      en: 'project {value} stands already in {twin} for the same period',
    },
    hint: { zh: '一个项目一个时期只留一行', en: 'keep one row for a project and period' },
  },
  'duplicate-tally': {
    severity: 'error',
    message: {
      zh: '{key} 的同一类数据已在{twin}汇总过，不能再加一次',
      en: '{key} has the same sums already in {twin}: they cannot be added twice',
    },
    hint: { zh: '去掉其中一个汇总文件', en: 'leave one of the tallies files out' },
  },
  'unknown-village': {
    severity: 'warning',
    message: { zh: '村表里没有“{place}”', en: 'the village table has no "{place}"' },
    hint: { zh: '{suggestion}补上该村，或改正村名', en: '{suggestion}add the village, or mend its name' },
  },
  'ambiguous-village': {
    severity: 'error',
    message: { zh: '“{place}”可能是：{candidates}', en: '"{place}" could be any of: {candidates}' },
    hint: { zh: '补上乡镇、县或村代码', en: 'add the township, the county or the village code' },
  },
  'alike-villages': {
    severity: 'warning',
    message: {
      zh: '“{place}”（{periods}）与“{other}”（{otherPeriods}）可能是同一个村：没有合并，按两个村计算，两者之间不算增长',
      en: '"{place}" ({periods}) and "{other}" ({otherPeriods}) may be one village: they are not merged, count as two, and no growth is computed from one to the other',
    },
    hint: {
      zh: '是同一个村，就统一村名和乡镇名的写法；不是，请给两村都填12位村代码',
      en: 'if they are one, write its name and township alike everywhere; if not, give both their 12-digit village codes',
    },
  },
  'period-far-off': {
    severity: 'warning',
    message: {
      zh: '{period} 和其他各期相差几十年（最近的是 {nearest}），共 {rows} 行：多半是写错了',
      en: '{period} lies decades off the other periods (the nearest is {nearest}), in {rows} rows: most likely it is mistyped',
    },
    hint: {
      zh: '核对这一行的年度；没有写错，就不用改',
      en: 'check the period of this row; if it is right, nothing need be done',
    },
  },
  'helper-differs-in-blanks': {
    severity: 'warning',
    message: {
      zh: '帮扶责任人“{value}”的姓名与{twin}的只差空格，按两个人计算',
      en: 'the helper "{value}" differs from one in {twin} in blanks alone: they count as two persons',
    },
    hint: { zh: '是同一个人，就统一写法（去掉空格）', en: 'if they are one person, write the name alike, without the blanks' },
  },
  // ---- between tables
  'household-count-differs': {
    severity: 'warning',
    message: {
      zh: '{key}：村表填报建档立卡贫困户 {declared} 户，户表有 {evidence} 户',
      en: '{key}: the village table declares {declared} registered poor households, the household table has {evidence}',
    },
    hint: {
      zh: '核对缺少或多出的户；{used}',
      en: 'find the missing or surplus households; {used}',
    },
  },
  'evidence-differs': {
    severity: 'warning',
    message: {
      zh: '{key}：村表填报“{column}”{declared}，户表合计 {evidence}',
      en: '{key}: the village table declares {declared} for "{column}", the household rows add up to {evidence}',
    },
    hint: { zh: '{used}；请核对', en: '{used}; check both' },
  },
  // ---- a file
  'no-rows': {
    severity: 'error',
    message: { zh: '只有表头，没有数据行', en: 'there is a header and no rows' },
    hint: { zh: '检查是否导出了空表', en: 'check whether an empty table was exported' },
  },
  'unit-contradicts': {
    severity: 'error',
    message: {
      zh: '表头“{heading}”的单位与“{column}”不符，这一列没有读取',
      en: 'the unit of the heading "{heading}" is none that "{column}" can have: the column is not read',
    },
    hint: { zh: '改正表头的单位；如果是别的内容，请改表头的名称', en: 'mend the unit in the heading, or its name if it is something else' },
  },
  'unit-not-understood': {
    severity: 'error',
    message: {
      zh: '表头上方的“{line}”像是金额的单位，没有读懂，金额列按元读取会差很多倍',
      en: '"{line}" above the header looks like a unit of money and was not understood: read as it stands, amounts could be many times off',
    },
    hint: {
      zh: '写成“单位：万元”，或把单位写进各金额列的表头',
      en: 'write "Unit: 10,000 yuan", or put the unit into the headings of money',
    },
  },
  'unit-ambiguous': {
    severity: 'error',
    message: {
      zh: '表头上方写了不止一个单位（{units}），“{heading}”不知道用哪个，这一列没有读取',
      en: 'more than one unit stands above the header ({units}), and which is that of "{heading}" cannot be told: the column is not read',
    },
    hint: { zh: '把单位写进表头，如“{heading}（万元）”', en: 'write the unit into the heading, in brackets' },
  },
  'unit-unnamed': {
    severity: 'warning',
    message: {
      zh: '表头“{heading}”没有单位，别的金额列用的不是元：这一列按元读取',
      en: 'the heading "{heading}" names no unit, and other columns of money are not in yuan: it is read as yuan',
    },
    hint: {
      zh: '在表头写明单位，如“{heading}（万元）”或“{heading}（元）”',
      en: 'name its unit in the heading: "{heading} (元)" or "{heading} (万元)"',
    },
  },
  'unit-doubtful': {
    severity: 'warning',
    message: {
      zh: '{period} 年的“{column}”读作 {value} 元，与{against}相差约一万倍：像是按“{unit}”填的',
      en: '"{column}" of {period} is read as {value} yuan, about ten thousand times off {against}: it may have been typed in {unit}',
    },
    hint: {
      zh: '核对单位：在表头写明（如“村级集体经济收入（万元）”），各行按它填',
      en: 'check the unit: name it in the heading, such as 村级集体经济收入（万元）, and enter every row in it',
    },
  },
  'doubtful-heading': {
    severity: 'warning',
    message: { zh: '表头“{heading}”按“{column}”使用', en: 'the heading "{heading}" is taken as "{column}"' },
    hint: {
      zh: '贫困发生率的基数是乡村户籍人口；如果不是，请改正这一列',
      en: 'the base of poverty incidence is the rural registered population; mend the column if it is something else',
    },
  },
} as const satisfies Record<string, FindingKind>;

export type FindingCode = keyof typeof kinds;
export const FINDING_KINDS: Readonly<Record<FindingCode, FindingKind>> = kinds;
