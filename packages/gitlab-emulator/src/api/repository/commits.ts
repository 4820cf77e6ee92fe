import { jsonAnswer } from '../../http/answer';
import {
  presentCommit,
  presentCommitDetail,
} from '../../presenters/repository';
import {
  CommitPlan,
  FileAction,
  commitChanges,
  startOf,
} from '../../repository/commitChanges';
import { Endpoint, openEndpoint } from '../endpoint';
import { refusal } from '../errors';
import { pageAnswer, pageParameters } from '../pagination';
import { dateTime, filePath, flag, oneOf, text } from '../parameterKinds';
import { filled, listOf, required } from '../parameters';
import { encodingOf } from './files';
import {
  CODE_SCOPES,
  Place,
  changing,
  findCommit,
  planOf,
  readablePlace,
  writablePlace,
} from './places';

const PATH = '/projects/:id/repository/commits';

const actions = listOf({
  action: required(oneOf('create', 'update', 'move', 'delete', 'chmod')),
  file_path: required(filePath),
  previous_path: filePath,
  content: text,
  encoding: oneOf('base64', 'text'),
  last_commit_id: text,
  execute_filemode: flag,
});

/** The commits of a repository. */
export const commitEndpoints: readonly Endpoint[] = [
  openEndpoint({
    method: 'GET',
    path: PATH,
    accepts: CODE_SCOPES,
    parameters: {
      id: required(text),
      ref_name: text,
      path: text,
      since: dateTime,
      until: dateTime,
      ...pageParameters,
    },
    handle(call) {
      const { ref_name: ref, path, since = '', until } = call.parameters;
      const place = readablePlace(call);
      const { repository, project } = place;
      const start = repository.resolve(ref || project.defaultBranch);
      const commits = (start ? repository.history(start) : []).filter(
        commit =>
          commit.createdAt >= since &&
          (!until || commit.createdAt <= until) &&
          (!path || repository.isChangedBy(commit, path)),
      );
      return pageAnswer(call, commits, commit => presentCommit(place, commit));
    },
  }),
  openEndpoint({
    method: 'GET',
    path: `${PATH}/:sha`,
    accepts: CODE_SCOPES,
    parameters: { id: required(text), sha: required(text), stats: flag },
    handle(call) {
      const place = readablePlace(call);
      const commit = findCommit(place, call.parameters.sha);
      const hasStats = call.parameters.stats ?? true;
      return jsonAnswer(200, presentCommitDetail(place, commit, hasStats));
    },
  }),
  openEndpoint({
    method: 'POST',
    path: PATH,
    parameters: {
      id: required(text),
      branch: required(filled(text)),
      commit_message: required(filled(text)),
      actions: required(actions),
      start_branch: text,
      author_email: text,
      author_name: text,
      stats: flag,
    },
    handle(call) {
      const { parameters: asked } = call;
      const place = writablePlace(call);
      const plan = planOf(place, call.now, asked);
      const commit = changing(place, asked.branch, () => {
        asked.actions.forEach(action => refuseChanged(place, plan, action));
        return commitChanges(
          place.repository,
          plan,
          asked.actions.map(toFileAction),
        );
      });
      const hasStats = asked.stats ?? true;
      return jsonAnswer(201, presentCommitDetail(place, commit, hasStats));
    },
  }),
];

interface AskedAction {
  readonly action: FileAction['action'];
  readonly file_path: string;
  readonly previous_path?: string;
  readonly content?: string;
  readonly encoding?: string;
  readonly last_commit_id?: string;
}

function toFileAction(asked: AskedAction): FileAction {
  const encoding = encodingOf(asked.encoding);
  return {
    action: asked.action,
    path: asked.file_path,
    previousPath: asked.previous_path,
    content:
      asked.content === undefined
        ? undefined
        : Buffer.from(asked.content, encoding),
  };
}

/** Whoever names the commit in which a file was last known does not overwrite what came after it. */
function refuseChanged(
  { repository }: Place,
  plan: CommitPlan,
  { action, last_commit_id: known, ...asked }: AskedAction,
): void {
  const path = asked.previous_path ?? asked.file_path;
  const start = startOf(repository, plan);
  const isChanged =
    action !== 'create' &&
    known &&
    start?.files.has(path) &&
    repository.lastCommitFor(start, path).id !== known;
  if (isChanged) {
    throw refusal(
      400,
      `The file has changed since you started editing it: ${path}`,
    );
  }
}
