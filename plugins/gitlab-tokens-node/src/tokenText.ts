/**
 * Whether a text can be a GitLab token: visible ASCII without white space, as an HTTP header carries it. Prefix and
 * length are no criterion: both are configurable or vary by version (routable tokens contain dots and are long).
 *
 * @public
 */
export function isTokenText(text: string): boolean {
  return /^[\x21-\x7e]{1,512}$/.test(text);
}
