const words = (text: string): readonly string[] => text.split(' ');

/** The words and signs by which registries say yes: half-width, without blanks, in small letters. */
export const YES_WORDS = words('是 是的 有 对 已 已有 yes true 1 y t √ ✓ ✔ ☑');

/** Those by which they say no. */
export const NO_WORDS = words('否 不 不是 无 没有 没 未 暂无 尚无 暂未 暂没有 目前没有 不存在 no none false 0 n f × ✗ ✕ ✖ ✘ ☒');

/** Those that say themselves what is the case. */
export const STATED_YES_WORDS = words(
  '参加 已参加 参与 已参与 达标 已达标 已消除 风险已消除 已精准退出 已退出帮扶 享受 已享受 有产业 已落实 合格 有保障 安全 是(在读) 在读',
);

/** Those that say themselves that it is not. */
export const STATED_NO_WORDS = words(
  '没参加 未参加 没参与 未参与 不参与 不达标 未达标 未消除 风险未消除 尚未消除 未精准退出 未退出帮扶 未享受 不享受 没有享受 无产业 没有产业 暂无产业 未落实 不合格 没有保障 无保障 不安全',
);

/** The words for yes and no as the choices of a column that has a third one. */
export const YES_NO_CHOICES = { yes: [...YES_WORDS, ...STATED_YES_WORDS], no: [...NO_WORDS, ...STATED_NO_WORDS] } as const;
