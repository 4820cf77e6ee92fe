import { Branches, MergeRequests, RepositoryFiles } from '@gitbeaker/rest';
import { z } from 'zod';
import {
  FileChange,
  MergeRequestProposal,
  MergeRequestSummary,
  RepositoryFile,
  RepositoryGateway,
} from '../../ports/RepositoryGateway';
import { parseAnswer, parseWritten } from './answers';
import { unlessMissing } from './MissingError';
import { allPages, pageOf, pageOptions } from './pages';
import {
  fileAnswer,
  mergeRequestAnswer,
  mergeRequestOriginAnswer,
} from './repositoryAnswers';
import { ResourceOptions } from './resourceOptions';

/** Files, branches and merge requests of GitLab's projects over its REST API. */
export class RestRepositoryGateway implements RepositoryGateway {
  readonly #resources: ResourceOptions;

  constructor(resources: ResourceOptions) {
    this.#resources = resources;
  }

  async file(
    project: string,
    path: string,
    ref: string,
  ): Promise<RepositoryFile | undefined> {
    const answer = await unlessMissing(
      ['file', 'commit'],
      new RepositoryFiles(this.#resources).show(project, path, ref),
    );
    return answer && parseAnswer(fileAnswer, answer);
  }

  async commitFile(change: FileChange): Promise<void> {
    const { project, path, branch, message, lastCommitId } = change;
    const content = Buffer.from(change.content, 'utf8').toString('base64');
    const files = new RepositoryFiles(this.#resources);
    await files.edit(project, path, branch, content, message, {
      encoding: 'base64',
      lastCommitId,
      ...(await this.#startOf(change)),
    });
  }

  async findMergeRequest(
    project: string,
    sourceBranch: string,
    targetBranch: string,
  ): Promise<MergeRequestSummary | undefined> {
    const requests = new MergeRequests(this.#resources);
    const pages = allPages(
      async page =>
        pageOf(
          await requests.all({
            projectId: project,
            sourceBranch,
            targetBranch,
            orderBy: 'created_at',
            sort: 'desc',
            ...pageOptions(page),
          }),
        ),
      1,
    );
    for await (const { rows } of pages) {
      const own = parseAnswer(z.array(z.unknown()), rows).find(row =>
        parseAnswer(mergeRequestOriginAnswer, row),
      );
      if (own) {
        return parseAnswer(mergeRequestAnswer, own);
      }
    }
    return undefined;
  }

  async openMergeRequest(
    proposal: MergeRequestProposal,
  ): Promise<MergeRequestSummary> {
    const { project, sourceBranch, targetBranch, title } = proposal;
    const { description, removeSourceBranch } = proposal;
    const requests = new MergeRequests(this.#resources);
    const answer = await requests.create(
      project,
      sourceBranch,
      targetBranch,
      title,
      { description, removeSourceBranch },
    );
    return parseWritten(mergeRequestAnswer, answer);
  }

  async closeMergeRequest(project: string, iid: number): Promise<void> {
    const requests = new MergeRequests(this.#resources);
    await requests.edit(project, iid, { stateEvent: 'close' });
  }

  async deleteBranch(project: string, branch: string): Promise<void> {
    const branches = new Branches(this.#resources);
    await unlessMissing(['branch'], branches.remove(project, branch));
  }

  /** GitLab refuses a start for a branch that exists. */
  async #startOf({ project, branch, startBranch }: FileChange) {
    if (startBranch === undefined || startBranch === branch) {
      return {};
    }
    const branches = new Branches(this.#resources);
    const known = await unlessMissing(
      ['branch'],
      branches.show(project, branch),
    );
    return known === undefined ? { startBranch } : {};
  }
}
