/** The ways in which a form asks for a condition that is a noun: 危房, 是否危房, 是否为危房, 有无危房. */
export const askedOf = (conditions: readonly string[]): readonly string[] =>
  conditions.flatMap((one) => ['', '是否', '是否为', '是否是', '是否有', '是否存在', '是否属于', '有无'].map((asking) => asking + one));

/** The ways in which a form asks for what is said of something (住房, 不安全): 住房不安全, 住房是否不安全, 是否住房不安全. */
export const saidOf = (statements: readonly (readonly [about: string, said: string])[]): readonly string[] =>
  statements.flatMap(([about, said]) => [about + said, `${about}是否${said}`, ...(about === '' ? [] : [`是否${about}${said}`])]);
