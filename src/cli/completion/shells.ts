/** The shells that command lines are completed in. */
export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type Shell = (typeof SHELLS)[number];

/** The first word of a command line by which a shell asks: `aid-metrics complete -- report --me`. It is no command of a person. */
export const ASKED = 'complete';
