import { readdirSync, readFileSync } from 'fs';
import { join, relative, resolve } from 'path';

const REPOSITORY = resolve(__dirname, '../../..');

function sourceFiles(): string[] {
  return ['packages', 'plugins'].flatMap(folder =>
    readdirSync(join(REPOSITORY, folder)).flatMap(name => {
      const source = join(REPOSITORY, folder, name, 'src');
      return readdirSync(source, { recursive: true, encoding: 'utf8' })
        .filter(file => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
        .map(file => join(source, file));
    }),
  );
}

describe('Secret', () => {
  it('is revealed only where bytes leave the process on purpose', () => {
    const files = sourceFiles();
    expect(files.length).toBeGreaterThan(50);

    const callers = files
      .filter(file => /\.reveal\(/.test(readFileSync(file, 'utf8')))
      .map(file => relative(REPOSITORY, file));

    // Each new line here wants a reason.
    expect(callers).toEqual([
      // the Authorization header of requests to GitLab
      'plugins/gitlab-tokens-backend/src/adapters/gitlab/resourceOptions.ts',
    ]);
  });
});
