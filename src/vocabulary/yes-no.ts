const words = (text: string): readonly string[] => text.split(' ');

/** The words and signs by which registries say yes: half-width, without blanks, in small letters. */
export const YES_WORDS = words('是 是的 有 对 已 已有 yes true 1 y t √ ✓ ✔ ☑');

/** Those by which they say no. */
export const NO_WORDS = words('否 不 不是 无 没有 没 未 暂无 尚无 暂未 暂没有 目前没有 不存在 no none false 0 n f × ✗ ✕ ✖ ✘ ☒');

/** The words for yes and no as the choices of a column that has a third one. */
export const YES_NO_CHOICES = { yes: YES_WORDS, no: [...NO_WORDS, '未', '没参加'] } as const;
