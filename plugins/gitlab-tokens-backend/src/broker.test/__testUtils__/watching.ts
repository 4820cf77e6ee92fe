import { AsyncLocalStorage } from 'async_hooks';
import { DeliveryTarget } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';

/** Something that an operation is about to do outside of its own process, or has just done. */
export interface Moment {
  part: 'database' | 'gitlab' | 'target';
  /** The method's name, or method and path of a request. */
  what: string;
  phase: 'before' | 'after';
}

/** How lines that tell of moments begin. */
export const MOMENT = 'moment: ';

/** Is told of every moment, and may fail there, or never return. */
export type Watcher = (moment: Moment) => Promise<void> | void;

/** Of the database, what changes more than who may work on an operation. */
const WRITES = ['open', 'advance'];

/** Whether something outside of the process changes between this moment's before and its after. */
export function isChange({ part, what }: Moment): boolean {
  switch (part) {
    case 'database':
      return WRITES.includes(what);
    case 'gitlab':
      return !what.startsWith('GET');
    default:
      return true;
  }
}

const watchers = new AsyncLocalStorage<Watcher>();

/** Does something while every moment of it is watched; what runs beside it is not. */
export function watchedBy<T>(watcher: Watcher, work: () => T): T {
  return watchers.run(watcher, work);
}

/** Does something that is not the operation's, in the middle of it. */
export function unwatched<T>(work: () => T): T {
  return watchers.exit(work);
}

async function around<T>(
  { part, what }: Pick<Moment, 'part' | 'what'>,
  work: () => Promise<T>,
): Promise<T> {
  const watcher = watchers.getStore();
  await watcher?.({ part, what, phase: 'before' });
  const result = await work();
  await watcher?.({ part, what, phase: 'after' });
  return result;
}

/** The same object, with every call of its methods watched. */
export function watched<T extends object>(subject: T, part: Moment['part']): T {
  return new Proxy(subject, {
    get(_, name) {
      const member: unknown = Reflect.get(subject, name, subject);
      return typeof member === 'function'
        ? (...args: unknown[]) =>
            around({ part, what: String(name) }, () =>
              member.apply(subject, args),
            )
        : member;
    },
  });
}

/** Only what a target changes: looking at it changes nothing. */
export function watchedTarget(target: DeliveryTarget): DeliveryTarget {
  const { name } = target;
  return {
    name,
    check: (...args) => target.check(...args),
    deliver: (...args) =>
      around({ part: 'target', what: name }, () => target.deliver(...args)),
    readBack: target.readBack && ((...args) => target.readBack!(...args)),
    withdraw:
      target.withdraw &&
      ((...args) =>
        around({ part: 'target', what: `withdraw ${name}` }, () =>
          target.withdraw!(...args),
        )),
  };
}

/** Watches every request of this process, with its whole answer. @returns how to stop that */
export function watchRequests(): () => void {
  const { fetch: send } = globalThis;
  globalThis.fetch = async (input, init) => {
    if (!watchers.getStore()) {
      return send(input, init);
    }
    const request = new Request(input, init);
    const what = `${request.method} ${new URL(request.url).pathname}`;
    return around({ part: 'gitlab', what }, async () => {
      const response = await send(request);
      const text = await response.text();
      return new Response(response.status === 204 ? null : text, response);
    });
  };
  return () => {
    globalThis.fetch = send;
  };
}
