/** Whether a version such as `18.9.0` or `19.0.2-ee` is at least `major.minor`. */
export function isVersionAtLeast(version: string, minimum: string): boolean {
  const [major, minor] = numbers(version);
  const [wantedMajor, wantedMinor] = numbers(minimum);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

function numbers(version: string): number[] {
  return version.split('.').slice(0, 2).map(Number);
}
