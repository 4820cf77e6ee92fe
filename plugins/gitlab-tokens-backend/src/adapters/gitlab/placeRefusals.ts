import { KnownRefusal } from './Meaning';

/** GitLab's words about CI/CD variables, files, branches and merge requests. Source: GitLab 18.9 and its documentation. */
export const PLACE_REFUSALS: KnownRefusal[] = [
  {
    words: /^\{.*"value":\["is invalid"/,
    meaning: {
      code: 'GATEWAY_INVALID_REQUEST',
      words:
        'the value cannot be masked: it takes eight characters or more, without spaces, and without special characters unless the variable is raw',
    },
  },
  {
    words: /visibility setting cannot be changed/,
    meaning: {
      code: 'GATEWAY_INVALID_REQUEST',
      words: 'a hidden variable has to stay masked',
    },
  },
  {
    words: /file (that )?has changed since you started editing it/,
    meaning: {
      code: 'GATEWAY_CONFLICT',
      words: 'the file was changed by somebody else since it was read',
    },
  },
  {
    words: /^A file with this name doesn't exist/,
    meaning: {
      code: 'GATEWAY_CONFLICT',
      words: 'the file is not on that branch any more',
    },
  },
  {
    words: /^A branch called .* already exists/,
    meaning: {
      code: 'GATEWAY_CONFLICT',
      words: 'the branch was made by somebody else meanwhile',
    },
  },
  {
    words: /^You are not allowed to push into this branch/,
    meaning: {
      code: 'GATEWAY_NOT_PERMITTED',
      words: 'the token may not push to this branch, which is protected',
    },
  },
  {
    words: /^You can only create or edit files when you are on a branch/,
    meaning: {
      code: 'GATEWAY_INVALID_REQUEST',
      words: 'the branch does not exist, or the one that it should start from',
    },
  },
  {
    words: /^Cannot remove HEAD branch/,
    meaning: {
      code: 'GATEWAY_NOT_PERMITTED',
      words: 'the default branch of a project cannot be deleted',
    },
  },
  {
    words: /Another open merge request already exists for this source branch/,
    meaning: {
      code: 'GATEWAY_CONFLICT',
      words: 'there is an open merge request of that branch already',
    },
  },
  {
    words: /(Source|Target) branch ".*" does not exist/,
    meaning: {
      code: 'GATEWAY_INVALID_REQUEST',
      words: 'the source or the target branch does not exist',
    },
  },
];
