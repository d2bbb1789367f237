/** Short form (a comma phrase) → long form (a clause that stands alone, without capital and full stop). */
export type Pool = Readonly<Record<string, string>>
