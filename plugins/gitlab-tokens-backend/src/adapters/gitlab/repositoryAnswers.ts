import { z } from 'zod';
import { GatewayError } from '../../ports/GatewayError';

/** `GET /projects/:id/repository/files/:path`. */
export const fileAnswer = z
  .object({
    encoding: z.literal('base64'),
    content: z.string(),
    last_commit_id: z.string(),
    blob_id: z.string(),
  })
  .transform(answer => ({
    content: textOf(answer.content),
    lastCommitId: answer.last_commit_id,
    blobId: answer.blob_id,
  }));

/** A merge request, in a list or on its own. */
export const mergeRequestAnswer = z
  .object({
    iid: z.number().int(),
    state: z.enum(['opened', 'closed', 'merged', 'locked']),
    web_url: z.string(),
    source_branch: z.string(),
    target_branch: z.string(),
  })
  .transform(answer => ({
    iid: answer.iid,
    state: answer.state,
    webUrl: answer.web_url,
    sourceBranch: answer.source_branch,
    targetBranch: answer.target_branch,
  }));

/** Whether a merge request comes from the project itself: a fork may have a branch of the same name. */
export const mergeRequestOriginAnswer = z
  .object({
    project_id: z.number().int(),
    source_project_id: z.number().int().nullable(),
  })
  .transform(answer => answer.project_id === answer.source_project_id);

/** Bytes that are no text would come back changed. */
function textOf(base64: string): string {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return decoder.decode(Buffer.from(base64, 'base64'));
  } catch {
    throw new GatewayError(
      'GATEWAY_UNEXPECTED_ANSWER',
      'The file in GitLab is not UTF-8 text',
    );
  }
}
