import {
  Owner,
  Problem,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { InventoryToken } from '../domain/InventoryToken';
import { PlaceOnHost } from './TokenInventory';

/** What GitLab lists apart from each other; a listing replaces the tokens of the families that it is of. */
export type ListingFamily = 'access' | 'deploy' | 'service-account';

/** Stands for all users of a GitLab, whose tokens an administrator lists at once. */
export const EVERYBODY: Owner = { type: 'user', id: 0, path: null };

/** Stands for a configured owner that GitLab does not show, so that neither its number nor its type is known. */
export const unseenOwner = (path: string): Owner => ({
  type: 'group',
  id: 0,
  path,
});

/** A token as it was just listed; `place` is whose listing it was in, which of service accounts is the group. */
export interface ListedInventoryToken {
  token: Omit<InventoryToken, 'entityOwners' | 'observedAt'>;
  place: Pick<Owner, 'type' | 'id'>;
}

/** A listing that is under way. Until it ends, what the last one brought stays. */
export interface Listing {
  /** Adds tokens, or renews those that are known, in one short transaction. */
  add(tokens: ListedInventoryToken[]): Promise<void>;
  /** What was not listed any more is removed, and the time is written down. */
  complete(): Promise<void>;
  /** Everything stays as it is, but for families that were listed to the end; the problem is written down. */
  fail(problem: Problem, listed?: ListingFamily[]): Promise<void>;
}

/** What a listing is of. */
export interface ListingScope {
  environment: string;
  host: string;
  families: ListingFamily[];
  /** A group or project, a user, or `EVERYBODY`, whose listing replaces all others' tokens of these families, too. */
  owner: Owner;
}

/** When an owner was last asked, successfully or not; null: never. */
export interface OwnerAttempt {
  owner: Owner;
  /** ISO timestamp. */
  triedAt: string | null;
  /** Code of why the last attempt failed; null: it did not. */
  problemCode: string | null;
}

/** Fills the inventory. */
export interface InventoryWriter {
  begin(scope: ListingScope): Promise<Listing>;
  /**
   * Makes these the owners of an environment: new ones begin without tokens, and others go with what was listed of
   * them. With `EVERYBODY` among them, only deploy tokens are listed of the others.
   */
  keepOwners(environment: string, owners: Owner[]): Promise<void>;
  /** Writes down why nothing could be listed of these owners; of all that the environment has where none are given. */
  noteProblem(
    environment: string,
    problem: Problem,
    owners?: Owner[],
  ): Promise<void>;
  /** The owners of an environment, whoever was asked longest ago first. */
  attempts(environment: string): Promise<OwnerAttempt[]>;
  /** Which of these personal tokens are known to be for impersonation, which a list for everybody does not tell. */
  knownImpersonations(
    environment: string,
    tokenIds: number[],
  ): Promise<Set<number>>;
  /** Removes everything of environments that are not among these. */
  keepEnvironments(environments: string[]): Promise<void>;
  /** Replaces who owns the catalog entities behind which groups and projects of these hosts. */
  replaceEntityOwners(hosts: string[], entities: EntityOwners[]): Promise<void>;
}

/** The owners of the catalog entities behind a group or project, as entity references. */
export interface EntityOwners extends PlaceOnHost {
  owners: string[];
}
