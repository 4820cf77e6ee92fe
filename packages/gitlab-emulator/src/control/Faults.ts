import { z } from 'zod';

const fault = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('status'),
    status: z.number().int().min(200).max(599),
    headers: z.record(z.string(), z.string()).default({}),
    body: z.string().default(''),
  }),
  z.object({ kind: z.literal('delay'), ms: z.number().nonnegative() }),
  z.object({ kind: z.literal('drop-before') }),
  z.object({ kind: z.literal('drop-after') }),
]);

const faultRule = z.object({
  method: z.string().optional(),
  path: z
    .string()
    .refine(isRegularExpression, 'is not a regular expression')
    .optional(),
  times: z.number().int().nonnegative().default(1),
  fault,
});

/**
 * Which requests fail, how often (0: for ever), and how. `path` is a regular expression on the path after
 * `/api/v4`; without `method` or `path` every one matches.
 *
 * @public
 */
export type FaultRule = z.input<typeof faultRule>;

export type Fault = z.output<typeof fault>;

/** What happens to one request: waits first, then at most one failure. */
export interface FaultPlan {
  readonly delayMs: number;
  readonly failure: Exclude<Fault, { kind: 'delay' }> | null;
}

/** The faults that were asked for and have not yet been used up. */
export class Faults {
  private rules: Array<z.output<typeof faultRule> & { left: number }> = [];

  /** @throws ZodError if the rule is malformed */
  add(rule: unknown): void {
    const parsed = faultRule.parse(rule);
    this.rules.push({ ...parsed, left: parsed.times || Infinity });
  }

  clear(): void {
    this.rules = [];
  }

  /** Uses up what applies to a request: every delay in order, up to and including the first failure. */
  take(method: string, path: string): FaultPlan {
    let delayMs = 0;
    for (const rule of this.rules) {
      const matches =
        rule.left > 0 &&
        (!rule.method || rule.method.toUpperCase() === method) &&
        (!rule.path || new RegExp(rule.path).test(path));
      if (matches) {
        rule.left -= 1;
        if (rule.fault.kind !== 'delay') {
          return { delayMs, failure: rule.fault };
        }
        delayMs += rule.fault.ms;
      }
    }
    return { delayMs, failure: null };
  }
}

function isRegularExpression(text: string): boolean {
  try {
    return Boolean(new RegExp(text));
  } catch {
    return false;
  }
}
