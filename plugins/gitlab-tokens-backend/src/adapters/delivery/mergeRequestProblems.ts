import {
  DeliveryError,
  Secret,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { MergeRequestSummary } from '../../ports/RepositoryGateway';
import { BranchFile, Standing } from './SopsMergeRequest';

const START_OVER =
  'Cancel the operation in the portal and ask for a new one: it starts from the file as it is now.';

/**
 * Whether the branch cannot be merged as it is: it does not hold the value, or the file was changed on the other branch
 * later, and then both have changed its `lastmodified` and `mac`.
 */
export function isHeldUp(
  proposed: BranchFile,
  current: BranchFile,
  value: Secret,
): boolean {
  return !holds(proposed, value) || isNewer(current, proposed);
}

/**
 * Refuses to wait for a merge request that will not bring the value where it belongs.
 *
 * @throws DeliveryError
 */
export function refuseHopeless(
  { proposed, current }: Standing,
  request: MergeRequestSummary,
  value: Secret,
): void {
  const name = `The merge request !${request.iid}`;
  switch (request.state) {
    case 'closed':
      throw new DeliveryError({
        code: 'MERGE_REQUEST_CLOSED',
        message: `${name} was closed without being merged, so that the new token is not in the file.`,
        action:
          'Reopen it in GitLab and resume the operation, or cancel the operation, which revokes the new token.',
      });
    case 'merged':
      throw new DeliveryError({
        code: 'MERGED_WITHOUT_VALUE',
        message: `${name} was merged, but the file does not hold the new token: somebody has changed the branch, or the file after the merge.`,
        action: `${START_OVER} If the merge was reverted by mistake, restore it and resume instead.`,
      });
    case 'opened':
      break;
    default:
      return;
  }
  if (!proposed || !holds(proposed, value)) {
    throw new DeliveryError({
      code: 'MERGE_REQUEST_CHANGED',
      message: `${name} is open, but its branch does not hold the new token any more: it was deleted, or somebody has changed the file there.`,
      action: START_OVER,
    });
  }
  if (isNewer(current, proposed)) {
    throw new DeliveryError({
      code: 'MERGE_REQUEST_CONFLICT',
      message: `The file was changed on ${request.targetBranch} after ${name} was opened; the two conflict, and cannot be merged.`,
      action: `${START_OVER} Or bring the other change into the branch of the merge request, keep the new token there, and resume.`,
    });
  }
}

function holds({ entry }: BranchFile, value: Secret): boolean {
  return entry.token?.equals(value) ?? false;
}

function isNewer(one: BranchFile, other: BranchFile): boolean {
  return lastModified(one) > lastModified(other);
}

function lastModified({ text }: BranchFile): number {
  return Date.parse(text.metadata.lastModified);
}
