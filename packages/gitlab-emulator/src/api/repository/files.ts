import { Answer, emptyAnswer, jsonAnswer } from '../../http/answer';
import { presentFile } from '../../presenters/repository';
import {
  FileAction,
  commitChanges,
  startOf,
} from '../../repository/commitChanges';
import { Endpoint, openEndpoint } from '../endpoint';
import { notFound, refusal } from '../errors';
import { filePath, flag, oneOf, text } from '../parameterKinds';
import { filled, required } from '../parameters';
import {
  CODE_SCOPES,
  RepositoryCall,
  changing,
  findCommit,
  planOf,
  readablePlace,
  writablePlace,
} from './places';

const PATH = '/projects/:id/repository/files/:file_path';

const fileParameters = { id: required(text), file_path: required(filePath) };

const changeParameters = {
  ...fileParameters,
  branch: required(filled(text)),
  commit_message: required(filled(text)),
  start_branch: text,
  author_email: text,
  author_name: text,
};

const contentParameters = {
  ...changeParameters,
  content: required(text),
  encoding: oneOf('base64', 'text'),
  last_commit_id: text,
  execute_filemode: flag,
};

/** Single files of a repository. */
export const fileEndpoints: readonly Endpoint[] = [
  openEndpoint({
    method: 'GET',
    path: `${PATH}/raw`,
    accepts: CODE_SCOPES,
    parameters: { ...fileParameters, ref: filled(text), lfs: flag },
    handle(call) {
      const { content, file } = readFile(call, call.parameters.ref);
      return {
        status: 200,
        headers: {
          ...fileHeaders(file),
          'Content-Type': 'text/plain; charset=utf-8',
          'Cache-Control':
            'max-age=0, private, must-revalidate, no-store, no-cache',
        },
        body: content,
      };
    },
  }),
  openEndpoint({
    method: 'GET',
    path: PATH,
    accepts: CODE_SCOPES,
    parameters: { ...fileParameters, ref: required(filled(text)) },
    handle(call) {
      const { content, file } = readFile(call, call.parameters.ref);
      return jsonAnswer(
        200,
        { ...file, content: content.toString('base64') },
        fileHeaders(file),
      );
    },
  }),
  writeEndpoint('POST', 'create'),
  writeEndpoint('PUT', 'update'),
  openEndpoint({
    method: 'DELETE',
    path: PATH,
    accepts: CODE_SCOPES,
    parameters: changeParameters,
    handle(call): Answer {
      const { file_path: path, branch } = call.parameters;
      const place = writablePlace(call);
      const plan = planOf(place, call.now, call.parameters);
      changing(place, branch, () =>
        commitChanges(place.repository, plan, [{ action: 'delete', path }]),
      );
      return emptyAnswer(204);
    },
  }),
];

function writeEndpoint(
  method: 'POST' | 'PUT',
  action: FileAction['action'],
): Endpoint {
  return openEndpoint({
    method,
    path: PATH,
    accepts: CODE_SCOPES,
    parameters: contentParameters,
    handle(call): Answer {
      const { parameters: asked } = call;
      const { file_path: path, branch, last_commit_id: known } = asked;
      const place = writablePlace(call);
      const plan = planOf(place, call.now, asked);
      changing(place, branch, () => {
        const start = startOf(place.repository, plan);
        const last = start && place.repository.lastCommitFor(start, path).id;
        if (action === 'update' && known && last && known !== last) {
          throw refusal(
            400,
            'You are attempting to update a file that has changed since you started editing it.',
          );
        }
        const content = Buffer.from(asked.content, encodingOf(asked.encoding));
        commitChanges(place.repository, plan, [{ action, path, content }]);
      });
      const status = method === 'POST' ? 201 : 200;
      return jsonAnswer(status, { file_path: path, branch });
    },
  });
}

/** How the content of a file was sent. */
export function encodingOf(encoding: string | undefined): 'base64' | 'utf8' {
  return encoding === 'base64' ? 'base64' : 'utf8';
}

function readFile(
  call: RepositoryCall & { parameters: { file_path: string } },
  reference: string | undefined,
) {
  const { file_path: path } = call.parameters;
  const place = readablePlace(call);
  const ref =
    reference === undefined || reference === 'HEAD'
      ? place.project.defaultBranch
      : reference;
  const commit = findCommit(place, ref);
  const contentId = commit.files.get(path);
  if (contentId === undefined) {
    throw notFound('File');
  }
  return {
    content: place.repository.content(contentId),
    file: presentFile(place, commit, {
      path,
      contentId,
      ref: reference ?? ref,
    }),
  };
}

function fileHeaders(file: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(file).map(([name, value]) => [
      `X-Gitlab-${name.split('_').map(capitalised).join('-')}`,
      encodeURI(String(value)),
    ]),
  );
}

function capitalised(word: string): string {
  return word[0].toUpperCase() + word.slice(1);
}
