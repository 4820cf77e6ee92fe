import { State } from '../state/State';
import { SeedError } from './SeedError';
import { NumberedSeed } from './numberSeed';
import { eachEntry } from './places';
import { restoreRepository, writeFiles } from './repositories';
import { normalTimestamp } from './time';

/** Fills the repositories of the projects. */
export function loadRepositories(state: State, seed: NumberedSeed): void {
  eachEntry('projects', seed.projects, ({ id, files, repository: saved }) => {
    const project = state.projects.get(id);
    if (!project) {
      throw new SeedError(`there is no project ${id}`);
    }
    if (saved && files.length > 0) {
      throw new SeedError('has both files and a repository');
    }
    const repository = state.repositoryOf(project);
    if (saved) {
      restoreRepository(repository, saved);
    } else {
      writeFiles(repository, project, files);
    }
  });
}

/** Inserts the merge requests, whose branches and people must exist. */
export function loadMergeRequests(state: State, seed: NumberedSeed): void {
  eachEntry('mergeRequests', seed.mergeRequests, entry => {
    const project = state.projects.get(entry.projectId);
    if (!project) {
      throw new SeedError(`there is no project ${entry.projectId}`);
    }
    if (!state.repositoryOf(project).resolve(entry.headId)) {
      throw new SeedError(`there is no commit ${entry.headId}`);
    }
    state.mergeRequests.insert({
      ...entry,
      createdAt: normalTimestamp(entry.createdAt),
      updatedAt: normalTimestamp(entry.updatedAt),
      mergedAt: entry.mergedAt && normalTimestamp(entry.mergedAt),
      closedAt: entry.closedAt && normalTimestamp(entry.closedAt),
    });
  });
}
