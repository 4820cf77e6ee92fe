/** How a token is used with one tool after the other. */
export const recipeMessages = {
  action: 'How to use it',
  actionOf: 'How to use it: {{name}}',
  title: 'How to use {{name}}',
  loading: 'Loading the instructions',
  close: 'Close',
  placeholder: 'Put the value of the token where {{placeholder}} stands.',
  masked: 'The value is hidden. What you copy holds it.',
  shown: 'The value is shown.',
  show: 'Show the value',
  hide: 'Hide the value',
  copy: 'Copy',
  copied: 'Copied',
  copyOf: 'Copy {{what}}',
  copyFailed:
    'The browser does not allow copying here. Select the text and copy it.',
  commands: 'Commands',
  blockOf: '{{tool}}, part {{number}}: {{what}}',
  revoked: 'This token is revoked. GitLab refuses it.',
  expired: 'This token has expired. GitLab refuses it.',
  noAddress:
    'The address of the GitLab of {{environment}} is not known here, and the instructions are made of it. You may lack the permission gitlab-tokens.environment.read, or the environment has not been inspected yet.',
  none: 'Its kind and its scopes allow none of the tools that are described here.',
  others: 'What it cannot be used with',
  othersNote: 'GitLab cannot add a scope to a token: issue another one.',
  other: '– {{what}}. {{needs}}',
  needs: {
    anyScopes: 'Any scopes will do.',
    scopes: 'Needs {{scopes}}.',
    role: 'Takes at least the role {{role}} in what it is used with.',
    roleTooLow:
      'This token’s role is {{found}}, which is too low. It takes {{role}}.',
  },
} as const;

/** The tools, each with what it is used for. */
export const recipeToolMessages = {
  gitClone: { name: 'Git', what: 'Clone over HTTPS' },
  dockerLogin: { name: 'Docker', what: 'Log in to the container registry' },
  dependencyProxy: {
    name: 'Dependency proxy',
    what: 'Pull images of Docker Hub through GitLab',
  },
  composer: { name: 'Composer', what: 'Install PHP packages' },
  npm: { name: 'npm', what: 'Install JavaScript packages' },
  nuget: { name: 'NuGet', what: 'Restore .NET packages' },
  maven: { name: 'Maven', what: 'Resolve Java packages' },
  pip: { name: 'pip', what: 'Install Python packages' },
  twine: { name: 'twine', what: 'Publish Python packages' },
  go: { name: 'Go', what: 'Fetch private modules' },
  terraformState: { name: 'Terraform', what: 'Keep the state in GitLab' },
  ciVariable: {
    name: 'GitLab CI/CD variable',
    what: 'Use it in jobs, from a variable',
  },
  ciDeployToken: {
    name: 'gitlab-deploy-token',
    what: 'Use it in jobs, without a variable',
  },
  curl: { name: 'curl', what: 'Call the API' },
} as const;

/** What somebody should know who follows a recipe. */
export const recipeNoteMessages = {
  chooseProject:
    'Choose a project that the token reaches: its full path goes where GROUP/PROJECT stands, its number where PROJECT_ID stands.',
  chooseGroup:
    'Choose a group that the token reaches: its full path goes where GROUP stands, its number where GROUP_ID stands.',
  chooseRegistryHost:
    'Put the host of the container registry in place of REGISTRY_HOST. GitLab shows it in the project under Deploy, Container registry.',
  chooseDeployUser:
    'Put the user name of the deploy token in place of DEPLOY_USER. GitLab shows it with the token.',
  keepOutOfHistory:
    'The line that sets the variable begins with a space. Copy it with the space: it keeps the value out of the history of shells that are set so (HISTCONTROL=ignorespace).',
  fileHoldsValue:
    'The file holds the value in clear. Let only yourself read it (chmod 600), and never commit it.',
  composerNeedsGitlabDomains:
    'Without gitlab-domains in composer.json, Composer sends the token in a way that a self-managed GitLab refuses.',
  goNeedsHttps:
    'Go sends the token over HTTPS only. A wrong token is answered with 404, as if the module did not exist.',
  terraformNeedsHttpBackend:
    'The configuration must declare terraform { backend "http" {} }.',
  developerReadsState:
    'The role Developer is enough for reading the state. Locking and writing it takes Maintainer.',
  protectedVariable:
    'If the variable is protected, only pipelines of protected branches and tags have it.',
  byItsName:
    'GitLab gives the token to the jobs of its project because it is called gitlab-deploy-token.',
} as const;
