import {
  DeliveryContext,
  DeliveryError,
  Secret,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { changeSopsText, SopsText } from '@gitlab-tokens/sops';
import {
  MergeRequestSummary,
  RepositoryFile,
  RepositoryGateway,
} from '../../ports/RepositoryGateway';
import { CredentialEntry, readCredentialEntry } from '../sops/credentialEntry';
import { openEnvironmentText } from '../sops/environmentFile';
import { isInDoubt } from './gatewayFailure';
import { mergeRequestText } from './mergeRequestText';

/** The environment's file as a branch has it. */
export interface BranchFile {
  stored: RepositoryFile;
  text: SopsText;
  entry: CredentialEntry;
}

/** How things are in GitLab. */
export interface Standing {
  request: MergeRequestSummary | undefined;
  /** On the branch of the merge request. */
  proposed: BranchFile | undefined;
  /** On the branch that is merged into. */
  current: BranchFile;
}

/** Where the file is, and where it is merged into. */
interface FilePlace {
  project: string;
  path: string;
  branch: string;
}

/** The branch and the merge request of one operation. */
export class SopsMergeRequest {
  readonly sourceBranch: string;

  constructor(
    private readonly gateway: RepositoryGateway,
    private readonly place: FilePlace,
    private readonly options: {
      /** Of the GitLab that the token is for: the file may have entries of others. */
      host: string;
      context: DeliveryContext;
    },
  ) {
    const { environment, operationId } = options.context;
    this.sourceBranch = `gitlab-tokens/${environment}-${operationId}`;
  }

  /**
   * Reads in this order because a merge moves things in the other: whatever is merged in between is found where it is
   * read last.
   */
  async look(): Promise<Standing> {
    const request = await this.find();
    const proposed = await this.#read(this.sourceBranch);
    const current = await this.current();
    return { request, proposed, current };
  }

  find(): Promise<MergeRequestSummary | undefined> {
    const { project, branch } = this.place;
    return this.gateway.findMergeRequest(project, this.sourceBranch, branch);
  }

  /** @throws DeliveryError `FILE_NOT_FOUND` */
  async current(): Promise<BranchFile> {
    const { project, path, branch } = this.place;
    const file = await this.#read(branch);
    if (!file) {
      throw new DeliveryError({
        code: 'FILE_NOT_FOUND',
        message: `There is no file ${path} on the branch ${branch} of ${project}.`,
        action:
          'Check path and branch of the delivery; the file must be there, encrypted, with an integrations.gitlab entry for the host.',
      });
    }
    return file;
  }

  /** One commit on a new branch; refused by GitLab where the file was changed since it was read. */
  async commit({ stored, text, entry }: BranchFile, value: Secret) {
    const { project, path, branch } = this.place;
    const change = { set: entry.path, to: value.reveal() };
    // Never older than what it is made of, so that what is newer was changed later.
    const basis = Date.parse(text.metadata.lastModified);
    const clock = () => new Date(Math.max(Date.now(), basis));
    const changed = await changeSopsText(text, change, { clock });
    await this.gateway.commitFile({
      project,
      path,
      content: changed.text,
      branch: this.sourceBranch,
      startBranch: branch,
      lastCommitId: stored.lastCommitId,
      message: this.#words(entry).message,
    });
  }

  /** Opens the merge request, or finds the one that is open already. */
  async open({ entry }: BranchFile): Promise<MergeRequestSummary> {
    const { project, branch } = this.place;
    const { title, description } = this.#words(entry);
    try {
      return await this.gateway.openMergeRequest({
        project,
        sourceBranch: this.sourceBranch,
        targetBranch: branch,
        title,
        description,
        removeSourceBranch: true,
      });
    } catch (error) {
      const found = isInDoubt(error) ? await this.find() : undefined;
      if (!found) {
        throw error;
      }
      return found;
    }
  }

  close(iid: number): Promise<void> {
    return this.gateway.closeMergeRequest(this.place.project, iid);
  }

  deleteBranch(): Promise<void> {
    return this.gateway.deleteBranch(this.place.project, this.sourceBranch);
  }

  async #read(ref: string): Promise<BranchFile | undefined> {
    const { project, path } = this.place;
    const stored = await this.gateway.file(project, path, ref);
    if (!stored) {
      return undefined;
    }
    const { host } = this.options;
    const name = `${path} on ${ref} of ${project}`;
    const text = await openEnvironmentText(stored.content, name);
    return {
      stored,
      text,
      entry: readCredentialEntry(text, { file: name, host }),
    };
  }

  #words({ path: [first, ...others] }: CredentialEntry) {
    const place = others.reduce<string>(
      (words, key) =>
        typeof key === 'number' ? `${words}[${key}]` : `${words}.${key}`,
      String(first),
    );
    const { path } = this.place;
    return mergeRequestText(this.options.context, { path, place });
  }
}
