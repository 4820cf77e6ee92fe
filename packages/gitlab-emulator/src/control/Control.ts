import { ZodError, z } from 'zod';
import { Instance } from '../Instance';
import { Answer, emptyAnswer, jsonAnswer } from '../http/answer';
import { SeedError } from '../seed/SeedError';

const clockSetting = z.object({
  now: z.iso
    .datetime({ offset: true, error: 'is not an ISO 8601 timestamp' })
    .nullable(),
});

type Handler = (body: Buffer) => Answer;

/** The endpoints under `/-/emulator`, by which the emulator is driven. */
export class Control {
  private readonly handlers: Record<string, Record<string, Handler>>;

  constructor(private readonly instance: Instance) {
    this.handlers = {
      '/seed': { PUT: body => this.seed(body) },
      '/state': { GET: () => jsonAnswer(200, instance.dump()) },
      '/clock': { PUT: body => this.setClock(body) },
      '/faults': {
        POST: body => this.addFault(body),
        DELETE: () => done(instance.faults.clear()),
      },
      '/requests': {
        GET: () => jsonAnswer(200, instance.log.all()),
        DELETE: () => done(instance.log.clear()),
      },
    };
  }

  answer(method: string, path: string, body: Buffer): Answer {
    const byMethod = this.handlers[path.replace(/\/$/, '')];
    const handler = byMethod?.[method];
    if (!handler) {
      return byMethod
        ? jsonAnswer(
            405,
            { error: 'method not allowed' },
            { Allow: Object.keys(byMethod).join(', ') },
          )
        : jsonAnswer(404, { error: 'no such control endpoint' });
    }
    try {
      return handler(body);
    } catch (error) {
      const reason = reasonOf(error);
      if (reason === null) {
        throw error;
      }
      return jsonAnswer(400, { error: reason });
    }
  }

  private seed(body: Buffer): Answer {
    return done(this.instance.seed(parseJson(body)));
  }

  private setClock(body: Buffer): Answer {
    const { now } = clockSetting.parse(parseJson(body));
    return done(this.instance.setClock(now === null ? null : new Date(now)));
  }

  private addFault(body: Buffer): Answer {
    const rule = parseJson(body);
    this.instance.faults.add(rule);
    return jsonAnswer(201, rule);
  }
}

/** The body was not JSON. */
class JsonError extends Error {}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new JsonError('the body is not JSON');
  }
}

function done(_result: void): Answer {
  return emptyAnswer(204);
}

/** What the sender did wrong, or null if it was not the sender. */
function reasonOf(error: unknown): string | null {
  if (error instanceof ZodError) {
    const [issue] = error.issues;
    return `${issue.path.join('.') || 'the body'}: ${issue.message}`;
  }
  return error instanceof SeedError || error instanceof JsonError
    ? error.message
    : null;
}
