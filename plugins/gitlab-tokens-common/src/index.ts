/**
 * The contract of the gitlab-tokens plugins: schemas, types, permissions and the client.
 *
 * @packageDocumentation
 */

export * from './deliveries';
export * from './environments';
export * from './expiries';
export * from './expiry';
export * from './findings';
export * from './gitlabTarget';
export * from './GitlabTokensApi';
export * from './GitlabTokensClient';
export * from './managedTokens';
export * from './operations';
export * from './permissions';
export * from './plans';
export * from './problems';
export * from './recipes';
export * from './requests';
export * from './roles';
export * from './scopes';
export * from './tokens';
