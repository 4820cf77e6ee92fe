export const recipeMessages = {
  action: 'Mode d’emploi',
  actionOf: 'Mode d’emploi : {{name}}',
  title: 'Mode d’emploi de {{name}}',
  loading: 'Chargement du mode d’emploi',
  close: 'Fermer',
  placeholder: 'Mettez la valeur du jeton à la place de {{placeholder}}.',
  masked: 'La valeur est masquée. Ce que vous copiez la contient.',
  shown: 'La valeur est affichée.',
  show: 'Afficher la valeur',
  hide: 'Masquer la valeur',
  copy: 'Copier',
  copied: 'Copié',
  copyOf: 'Copier {{what}}',
  copyFailed:
    'Le navigateur n’autorise pas la copie ici. Sélectionnez le texte et copiez-le.',
  commands: 'Commandes',
  blockOf: '{{tool}}, partie {{number}} : {{what}}',
  revoked: 'Ce jeton est révoqué. GitLab le refuse.',
  expired: 'Ce jeton a expiré. GitLab le refuse.',
  noAddress:
    'L’adresse du GitLab de {{environment}} n’est pas connue ici, et le mode d’emploi en dépend. Il vous manque peut-être la permission gitlab-tokens.environment.read, ou l’environnement n’a pas encore été inspecté.',
  none: 'Son type et ses portées ne permettent aucun des outils décrits ici.',
  others: 'Outils avec lesquels il ne peut pas être utilisé',
  othersNote:
    'GitLab ne peut pas ajouter de portée à un jeton : créez-en un autre.',
  other: '– {{what}}. {{needs}}',
  needs: {
    anyScopes: 'N’importe quelle portée convient.',
    scopes: 'Nécessite {{scopes}}.',
    role: 'Demande au moins le rôle {{role}} là où il est utilisé.',
    roleTooLow:
      'Le rôle de ce jeton, {{found}}, est trop bas. Il faut {{role}}.',
  },
};

export const recipeToolMessages = {
  gitClone: { name: 'Git', what: 'Cloner par HTTPS' },
  dockerLogin: {
    name: 'Docker',
    what: 'Se connecter au registre de conteneurs',
  },
  dependencyProxy: {
    name: 'Proxy de dépendances',
    what: 'Récupérer des images de Docker Hub via GitLab',
  },
  composer: { name: 'Composer', what: 'Installer des paquets PHP' },
  npm: { name: 'npm', what: 'Installer des paquets JavaScript' },
  nuget: { name: 'NuGet', what: 'Restaurer des paquets .NET' },
  maven: { name: 'Maven', what: 'Résoudre des paquets Java' },
  pip: { name: 'pip', what: 'Installer des paquets Python' },
  twine: { name: 'twine', what: 'Publier des paquets Python' },
  go: { name: 'Go', what: 'Récupérer des modules privés' },
  terraformState: { name: 'Terraform', what: 'Conserver l’état dans GitLab' },
  ciVariable: {
    name: 'Variable CI/CD de GitLab',
    what: 'L’utiliser dans des jobs, depuis une variable',
  },
  ciDeployToken: {
    name: 'gitlab-deploy-token',
    what: 'L’utiliser dans des jobs, sans variable',
  },
  curl: { name: 'curl', what: 'Appeler l’API' },
};

export const recipeNoteMessages = {
  chooseProject:
    'Mettez le chemin complet d’un projet accessible au jeton à la place de GROUP/PROJECT, et son numéro à la place de PROJECT_ID.',
  chooseGroup:
    'Mettez le chemin complet d’un groupe accessible au jeton à la place de GROUP, et son numéro à la place de GROUP_ID.',
  chooseRegistryHost:
    'Mettez l’hôte du registre de conteneurs à la place de REGISTRY_HOST. GitLab l’affiche dans le projet sous Déploiement, Registre de conteneurs.',
  chooseDeployUser:
    'Mettez le nom d’utilisateur du jeton de déploiement à la place de DEPLOY_USER. GitLab l’affiche avec le jeton.',
  keepOutOfHistory:
    'La ligne qui définit la variable commence par une espace. Copiez-la avec cette espace : elle garde la valeur hors de l’historique des shells configurés pour cela (HISTCONTROL=ignorespace).',
  fileHoldsValue:
    'Le fichier contient la valeur en clair. Soyez la seule personne à pouvoir le lire (chmod 600), et ne l’ajoutez jamais à un commit.',
  composerNeedsGitlabDomains:
    'Sans gitlab-domains dans composer.json, Composer envoie le jeton d’une manière que refuse un GitLab auto-hébergé.',
  goNeedsHttps:
    'Go n’envoie le jeton que par HTTPS. À un mauvais jeton, GitLab répond 404, comme si le module n’existait pas.',
  terraformNeedsHttpBackend:
    'La configuration doit déclarer terraform { backend "http" {} }.',
  developerReadsState:
    'Le rôle Développeur suffit pour lire l’état. Pour le verrouiller et l’écrire, il faut Chargé de maintenance.',
  protectedVariable:
    'Si la variable est protégée, seuls les pipelines des branches et des étiquettes protégées la reçoivent.',
  byItsName:
    'GitLab donne le jeton aux jobs de son projet parce qu’il s’appelle gitlab-deploy-token.',
};
