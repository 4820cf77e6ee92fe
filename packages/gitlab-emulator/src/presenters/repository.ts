import { createHash } from 'node:crypto';
import { Project } from '../state/entities';
import { Commit, Repository } from '../repository/Repository';
import { lineCounts } from '../repository/lineCounts';

export interface RepositoryView {
  readonly baseUrl: string;
  readonly project: Project;
  readonly repository: Repository;
}

/** A commit without its files. */
export function presentCommit(
  { baseUrl, project }: RepositoryView,
  commit: Commit,
) {
  const { author } = commit;
  const date = commit.createdAt.replace('Z', '+00:00');
  const [title] = commit.message.split('\n');
  return {
    id: commit.id,
    short_id: commit.id.slice(0, 8),
    created_at: date,
    parent_ids: commit.parentIds,
    title,
    message: commit.message,
    author_name: author.name,
    author_email: author.email,
    authored_date: date,
    committer_name: author.name,
    committer_email: author.email,
    committed_date: date,
    trailers: {},
    extended_trailers: {},
    web_url: `${baseUrl}/${project.fullPath}/-/commit/${commit.id}`,
  };
}

/** A commit on its own. */
export function presentCommitDetail(
  view: RepositoryView,
  commit: Commit,
  hasStats: boolean,
) {
  return {
    ...presentCommit(view, commit),
    ...(hasStats && { stats: lineCounts(view.repository, commit) }),
    status: null,
    project_id: view.project.id,
    last_pipeline: null,
  };
}

/** A branch; the default one is protected: it is for maintainers alone. */
export function presentBranch(
  view: RepositoryView & { level: number },
  name: string,
) {
  const { project, repository, baseUrl } = view;
  const head = repository.resolve(name);
  const main = repository.resolve(project.defaultBranch);
  const isDefault = name === project.defaultBranch;
  const isMerged =
    head !== null &&
    main !== null &&
    head !== main &&
    repository.history(main).includes(head);
  return {
    name,
    commit: head && presentCommit(view, head),
    merged: isMerged,
    protected: isDefault,
    developers_can_push: false,
    developers_can_merge: false,
    can_push: view.level >= (isDefault ? 40 : 30),
    default: isDefault,
    web_url: `${baseUrl}/${project.fullPath}/-/tree/${name}`,
  };
}

/** What is said of a file besides its content. */
export function presentFile(
  { repository }: RepositoryView,
  commit: Commit,
  file: { path: string; ref: string; contentId: string },
) {
  const content = repository.content(file.contentId);
  return {
    file_name: file.path.split('/').at(-1) ?? '',
    file_path: file.path,
    size: content.length,
    encoding: 'base64',
    content_sha256: createHash('sha256').update(content).digest('hex'),
    ref: file.ref,
    blob_id: file.contentId,
    commit_id: commit.id,
    last_commit_id: repository.lastCommitFor(commit, file.path).id,
    execute_filemode: false,
  };
}
