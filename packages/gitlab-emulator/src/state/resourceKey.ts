import { Resource } from './entities';

/** One string per group or project, for use as a key of an index. */
export function resourceKey(resource: Resource): string {
  return `${resource.type}:${resource.id}`;
}
