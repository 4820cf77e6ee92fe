import {
  InventoryOwner,
  Owner,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

/** An owner of an environment. PostgreSQL gives bigints as text. */
export interface OwnerRow {
  environment: string;
  place: string;
  owner_type: Owner['type'];
  owner_id: number | string;
  owner_path: string | null;
  listed_at: string | null;
  tried_at: string | null;
  problem: string | null;
  tokens: number;
  generation: number | string;
}

/** Whose listing a token was in: `group:10`, `project:20`, `user:3`; `group:/path` where GitLab tells no number. */
export function placeOf({ type, id, path }: Place): string {
  const isUnseen = id === 0 && typeof path === 'string';
  return isUnseen ? `${type}:/${path.toLowerCase()}` : `${type}:${id}`;
}

type Place = Pick<Owner, 'type' | 'id'> & Partial<Pick<Owner, 'path'>>;

export function ownerOfRow(row: OwnerRow): Owner {
  const { owner_type: type, owner_id: id, owner_path: path } = row;
  return { type, id: Number(id), path };
}

export function newOwnerRow(environment: string, owner: Owner): OwnerRow {
  return {
    environment,
    place: placeOf(owner),
    owner_type: owner.type,
    owner_id: owner.id,
    owner_path: owner.path,
    listed_at: null,
    tried_at: null,
    problem: null,
    tokens: 0,
    generation: 0,
  };
}

export function fromOwnerRow(row: OwnerRow): InventoryOwner {
  return {
    environment: row.environment,
    owner: ownerOfRow(row),
    tokens: row.tokens,
    listedAt: row.listed_at,
    problem: row.problem === null ? null : JSON.parse(row.problem),
  };
}
