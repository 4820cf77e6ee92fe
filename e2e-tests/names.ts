/** The name of a control, with or without the “…” that says that a dialog follows. */
export function named(name: string): RegExp {
  return new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*…?$`);
}
