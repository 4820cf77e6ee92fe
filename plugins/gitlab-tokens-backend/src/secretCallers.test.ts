import { readdirSync, readFileSync } from 'fs';
import { join, relative, resolve } from 'path';

const REPOSITORY = resolve(__dirname, '../../..');

function sourceFiles(): string[] {
  return ['packages', 'plugins'].flatMap(folder =>
    readdirSync(join(REPOSITORY, folder)).flatMap(name => {
      const source = join(REPOSITORY, folder, name, 'src');
      return readdirSync(source, { recursive: true, encoding: 'utf8' })
        .filter(
          file =>
            /\.tsx?$/.test(file) && !/\.test\.tsx?$|__testUtils__/.test(file),
        )
        .map(file => join(source, file));
    }),
  );
}

describe('Secret', () => {
  it('is revealed only where bytes leave the process on purpose', () => {
    const files = sourceFiles();
    expect(files.length).toBeGreaterThan(50);

    const callers = files
      .filter(file => /\.reveal\(\)/.test(readFileSync(file, 'utf8')))
      .map(file => relative(REPOSITORY, file))
      .sort();

    // Each new line here wants a reason.
    expect(callers).toEqual([
      // the value into the SOPS file
      'plugins/gitlab-tokens-backend/src/adapters/delivery/SopsFileDeliveryTarget.ts',
      // the value into the file of the merge request's commit
      'plugins/gitlab-tokens-backend/src/adapters/delivery/SopsMergeRequest.ts',
      // whether GitLab could mask it: it goes nowhere
      'plugins/gitlab-tokens-backend/src/adapters/delivery/ciVariableProblems.ts',
      // the body that makes or changes a CI/CD variable
      'plugins/gitlab-tokens-backend/src/adapters/gitlab/RestVariableGateway.ts',
      // the Basic header by which a deploy token proves itself
      'plugins/gitlab-tokens-backend/src/adapters/gitlab/deployTokenProof.ts',
      // the Authorization header of requests to GitLab
      'plugins/gitlab-tokens-backend/src/adapters/gitlab/resourceOptions.ts',
      // sealing it for the ledger
      'plugins/gitlab-tokens-backend/src/adapters/sops/SopsEscrow.ts',
      // whether a pasted text can be a token: it goes nowhere
      'plugins/gitlab-tokens-backend/src/operations/planning/PastePlanning.ts',
      // the one answer that shows a new value, once
      'plugins/gitlab-tokens-backend/src/router/operationRoutes.ts',
    ]);
  });
});
