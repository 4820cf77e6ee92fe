import { Person, World } from './World';
import { Target, openTarget } from './target';

const MINUTE = 60_000;

/** One request, and what GitLab answers. */
export interface Row {
  /** What it shows, as the rest of a sentence. */
  readonly it: string;
  readonly as: Person;
  /** Method, path after `/api/v4`, and body. */
  readonly send: (
    world: World,
  ) => readonly [method: string, path: string, body?: unknown];
  readonly status: number;
  /** The whole body, or a matcher for it; not looked at where absent. */
  readonly body?: unknown;
}

/** A world for the tests of one file, made before them and removed after them. */
export function useWorld(): () => World {
  let world: World | undefined;
  let target: Target | undefined;
  beforeAll(async () => {
    target = await openTarget();
    world = new World(target);
    await world.build();
  }, MINUTE);
  afterAll(async () => {
    await world?.remove();
    await target?.stop();
  }, MINUTE);
  return () => {
    if (!world) {
      throw new Error('the world is there only while tests run');
    }
    return world;
  };
}

/** What GitLab answers to the request of a row. */
export async function answerTo(world: World, row: Row) {
  const [method, path, body] = row.send(world);
  const answer = await world.as(row.as).sendJson(method, path, body);
  return { status: answer.status, body: answer.json ?? answer.text };
}

/** What it should answer. */
export function answerOf({ status, body }: Row) {
  return {
    status,
    body: body ?? (status === 204 ? '' : expect.anything()),
  };
}

/** The body of a refusal that says why under `message`. */
export const message = (words: unknown) => ({ message: words });

/** The body of a refusal of parameters, or of a dead token. */
export const error = (words: string) => ({ error: words });

export const UNAUTHORIZED = message('401 Unauthorized');
export const FORBIDDEN = message('403 Forbidden');
