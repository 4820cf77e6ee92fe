/**
 * GitLab's token API over HTTP on loopback.
 *
 * @packageDocumentation
 */
export { startGitlabEmulator } from './startGitlabEmulator';
export type {
  GitlabEmulator,
  GitlabEmulatorOptions,
} from './startGitlabEmulator';
export type { FaultRule } from './control/Faults';
export type { LoggedRequest } from './control/RequestLog';
export { SeedError } from './seed/SeedError';
export type { Seed } from './seed/schema';
export { demoSeed } from './seed/demoSeed';
export { shiftSeed } from './seed/shiftSeed';
