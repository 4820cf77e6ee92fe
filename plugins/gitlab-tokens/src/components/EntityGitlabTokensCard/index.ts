export { EntityGitlabTokensCard } from './EntityGitlabTokensCard';
