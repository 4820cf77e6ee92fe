/**
 * The contract of the gitlab-tokens plugins: schemas, types, permissions and the client.
 *
 * @packageDocumentation
 */

export * from './environments';
export * from './expiry';
export * from './findings';
export * from './GitlabTokensClient';
export * from './permissions';
export * from './roles';
export * from './scopes';
export * from './tokens';
