import { Fields } from '../testing/emulator';
import { Person, World } from './World';
import { useWorld } from './rows';

/** The path of the repository of a world's project. */
export const repository = (world: World) =>
  `/projects/${world.project}/repository`;

/** The path of a file in it. */
export const file = (world: World, path: string) =>
  `${repository(world)}/files/${encodeURIComponent(path)}`;

/** What every commit through the API needs. */
export const commitTo = (branch: string) => ({ branch, commit_message: 'why' });

/** A world for the tests of one file, and those who ask about the repository of its project. */
export function useRepository() {
  const world = useWorld();
  const by = (person: Person, method: string, path: string, body?: unknown) =>
    world().as(person).sendJson(method, path, body);
  const read = async (path: string, ref: string) =>
    (await by('developer', 'GET', `${file(world(), path)}?ref=${ref}`))
      .json as Fields;
  return { world, by, read };
}
