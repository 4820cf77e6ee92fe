import { z } from 'zod';
import { Project } from '../state/entities';
import { Repository } from '../repository/Repository';
import { commitChanges } from '../repository/commitChanges';
import { SeedError } from './SeedError';
import { normalTimestamp, seedTimestamp } from './time';

const SEED_AUTHOR = { name: 'Administrator', email: 'admin@example.com' };

/** Files as somebody writes them: without a branch they are in all branches. */
export const seedFile = z.object({
  path: z.string().min(1),
  content: z.string(),
  encoding: z.enum(['text', 'base64']).default('text'),
  branch: z.string().min(1).nullish(),
});

/** A repository with its history, as it is written into a state: contents are in base64, by their ids. */
export const seedRepository = z.object({
  contents: z.record(z.string(), z.string()),
  commits: z.array(
    z.object({
      id: z.string(),
      parentIds: z.array(z.string()),
      message: z.string(),
      author: z.object({ name: z.string(), email: z.string() }),
      createdAt: z.string(),
      files: z.record(z.string(), z.string()),
    }),
  ),
  branches: z.record(z.string(), z.string()),
});

type SeedFiles = ReadonlyArray<z.output<typeof seedFile>>;

/** Commits the files to the default branch, and what is for another branch alone on top of that. */
export function writeFiles(
  repository: Repository,
  { defaultBranch, createdAt }: Project,
  files: SeedFiles,
): void {
  const isCommon = (file: SeedFiles[number]) =>
    (file.branch ?? defaultBranch) === defaultBranch;
  const commit = (branch: string, part: SeedFiles) => {
    const isStart = repository.isEmpty;
    const start = repository.resolve(defaultBranch);
    commitChanges(
      repository,
      {
        branch,
        startBranch: isStart ? undefined : defaultBranch,
        message: isStart ? 'Initial commit' : `Start ${branch}`,
        author: SEED_AUTHOR,
        now: new Date(createdAt),
      },
      part.map(({ path, content, encoding }) => ({
        action: start?.files.has(path) ? 'update' : 'create',
        path,
        content: Buffer.from(
          content,
          encoding === 'base64' ? 'base64' : 'utf8',
        ),
      })),
    );
  };
  if (files.length > 0) {
    commit(defaultBranch, files.filter(isCommon));
  }
  const others = files.filter(file => !isCommon(file));
  for (const branch of new Set(others.map(file => file.branch ?? ''))) {
    commit(
      branch,
      others.filter(file => file.branch === branch),
    );
  }
}

/** @throws SeedError if a commit, a content or a branch names what is not there */
export function restoreRepository(
  repository: Repository,
  saved: z.output<typeof seedRepository>,
): void {
  for (const [id, content] of Object.entries(saved.contents)) {
    if (repository.addContent(Buffer.from(content, 'base64')) !== id) {
      throw new SeedError(`content ${id} has another id`);
    }
  }
  for (const { files, ...commit } of saved.commits) {
    repository.restoreCommit({
      ...commit,
      createdAt: normalTimestamp(commit.createdAt),
      files: new Map(Object.entries(files)),
    });
  }
  try {
    saved.commits.forEach(({ parentIds, files }) => {
      parentIds.forEach(id => repository.commit(id));
      Object.values(files).forEach(id => repository.content(id));
    });
    Object.values(saved.branches).forEach(id => repository.commit(id));
  } catch (error) {
    throw new SeedError(error instanceof Error ? error.message : 'is broken');
  }
  for (const [branch, id] of Object.entries(saved.branches)) {
    repository.branches.set(branch, id);
  }
}

export function dumpRepository(repository: Repository) {
  return {
    contents: Object.fromEntries(
      repository
        .allContents()
        .map(([id, content]) => [id, content.toString('base64')]),
    ),
    commits: repository.allCommits().map(commit => ({
      ...commit,
      parentIds: [...commit.parentIds],
      author: { name: commit.author.name, email: commit.author.email },
      createdAt: seedTimestamp(commit.createdAt),
      files: Object.fromEntries(commit.files),
    })),
    branches: Object.fromEntries(repository.branches),
  };
}
