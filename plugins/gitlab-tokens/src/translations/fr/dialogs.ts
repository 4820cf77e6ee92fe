export const dialogMessages = {
  close: 'Fermer',
  back: 'Retour',
  cancel: 'Annuler',
  sending: 'Envoi…',
};

export const expiryFieldMessages = {
  legend: 'Expiration',
  preset: '{{days}}',
  most: '{{days}} (maximum)',
  dateLabel: 'Date d’expiration',
  hint: 'Le jeton cesse de fonctionner ce jour-là à 00:00 UTC. Au plus tard : {{last}}.',
  hintUnlimited: 'Le jeton cesse de fonctionner ce jour-là à 00:00 UTC.',
};

export const rotateDialogMessages = {
  titleCredential: 'Renouveler le jeton de l’environnement {{environment}}',
  titleToken: 'Renouveler « {{name}} »',
  confirm: 'Renouveler',
};

export const revokeDialogMessages = {
  title_one: 'Révoquer {{count}} jeton',
  title_many: 'Révoquer {{count}} de jetons',
  title_other: 'Révoquer {{count}} jetons',
  titleOne: 'Révoquer « {{name}} »',
  list: 'Ce qui s’arrête',
  confirm_one: 'Révoquer {{count}} jeton',
  confirm_many: 'Révoquer {{count}} de jetons',
  confirm_other: 'Révoquer {{count}} jetons',
  cannot: 'Révocation impossible : {{reason}}',
  typeName: 'Saisissez « {{environment}} » pour confirmer',
  typeNameHint:
    'Le portail de l’environnement {{environment}} perd son accès à GitLab.',
  nameNeeded:
    'Le portail de {{environment}} fonctionne désormais avec ce jeton : saisissez son nom.',
  none: 'Aucun d’eux ne peut être révoqué.',
  results: 'Résultats',
  revoked: 'révoqué',
  underWay: 'en cours',
  notRevoked: 'non révoqué',
};

export const issueDialogMessages = {
  title: 'Créer un jeton',
  environment: 'Environnement',
  kind: 'Type',
  owner: 'Propriétaire',
  ownerHint: {
    group: 'Chemin complet du groupe, par exemple example-org/payments',
    project: 'Chemin complet du projet, par exemple example-org/payments/api',
    user: 'Nom d’utilisateur',
  },
  name: 'Nom',
  nameHint:
    'Indiquez à quoi il sert : plus tard, on ne le reconnaîtra qu’à son nom.',
  purpose: 'CI',
  role: 'Rôle',
  roleTooHigh: '{{role}} (la politique autorise au plus {{most}})',
  scopes: 'Portées',
  scopeForbidden: 'La politique ne l’autorise pas.',
  scopesNeeded: 'Choisissez au moins une portée.',
  fieldNeeded: 'Ce champ est obligatoire.',
  keyWrong: 'Lettres, chiffres et tirets bas, 255 caractères au plus.',
  plan: 'Afficher le plan',
  planning: 'Planification…',
  confirm: 'Créer le jeton',
  group: {
    read: 'Lecture',
    write: 'Écriture',
    registry: 'Registre de conteneurs',
    packages: 'Paquets',
    administration: 'Administration',
  },
  kindHelp: {
    personal:
      'Agit au nom d’une personne. Seuls les administrateurs GitLab peuvent en créer un pour autrui.',
    impersonation:
      'Agit au nom d’une personne à son insu. Seuls les administrateurs peuvent en créer.',
    group:
      'Agit en tant que robot, avec un rôle dans le groupe et tous ses projets. Il disparaît avec le groupe.',
    project: 'Agit en tant que robot, avec un rôle dans ce seul projet.',
    'service-account':
      'Agit en tant que compte de service, qui n’est lié à aucune personne. Nécessite une offre GitLab payante.',
    'group-deploy':
      'Clone les dépôts et lit les registres des projets du groupe. Il n’a pas accès à l’API.',
    'project-deploy':
      'Clone ce dépôt et utilise ses registres. Il n’a pas accès à l’API.',
  },
};

export const scopeHelpMessages = {
  api: 'tout ce que peut faire son utilisateur, registres compris',
  read_api: 'tout lire via l’API',
  read_user: 'lire le profil de son utilisateur',
  read_repository: 'cloner et tirer',
  write_repository: 'cloner, tirer et pousser',
  read_registry: 'récupérer des images de conteneurs',
  write_registry: 'envoyer des images de conteneurs',
  read_virtual_registry: 'récupérer via le proxy de dépendances',
  write_virtual_registry: 'récupérer via le proxy de dépendances et le vider',
  read_package_registry: 'télécharger des paquets',
  write_package_registry: 'publier des paquets',
  create_runner: 'créer des runners',
  manage_runner: 'gérer des runners',
  k8s_proxy: 'appeler Kubernetes via les agents',
  self_rotate: 'se renouveler lui-même',
  mcp: 'utiliser le serveur MCP de GitLab',
  granular: 'ce que disent ses permissions détaillées',
  read_observability: 'lire les données d’observabilité',
  write_observability: 'écrire des données d’observabilité',
  ai_features: 'utiliser GitLab Duo',
  sudo: 'agir en tant que n’importe quel utilisateur, comme administrateur',
  admin_mode: 'administrer, si le mode Administrateur est actif',
  read_service_ping: 'télécharger les données Service Ping',
};

export const deliveryFieldMessages = {
  legend: 'Destination de la valeur',
  target: {
    'ci-variable': 'Dans une variable CI/CD',
    reveal: 'Affichée une seule fois, ici, à vous',
  },
  where: 'Appartient à un',
  project: 'projet',
  group: 'groupe',
  path: 'Chemin complet',
  key: 'Clé',
  environmentScope: 'Portée d’environnement',
  environmentScopeHint: '* désigne tous les environnements de GitLab',
  protected: 'Protégée : réservée aux branches et aux étiquettes protégées',
  masked: 'Masquée : cachée dans les journaux des jobs',
};

export const pasteDialogMessages = {
  title: 'Utiliser mon propre jeton pour {{environment}}',
  first: '1. Créez le jeton dans GitLab',
  firstWhat:
    'GitLab ne laisse personne créer un jeton personnel à votre place. Son formulaire s’ouvre avec le nom, la description et les portées déjà remplis : choisissez une date d’expiration et validez-le.',
  open: 'Ouvrir le formulaire de GitLab',
  noForm: 'L’hôte GitLab de cet environnement n’est pas connu.',
  second: '2. Collez sa valeur ici',
  value: 'Jeton',
  valueHint:
    'Elle est envoyée au backend, qui la vérifie et l’écrit dans {{file}}.',
  show: 'Afficher la valeur',
  hide: 'Masquer la valeur',
  confirm: 'Vérifier et utiliser',
  description:
    'Pour le portail des développeurs, environnement {{environment}}',
};

export const revealMessages = {
  title: 'La valeur du nouveau jeton',
  what: 'Elle n’est affichée qu’une fois. Enregistrez-la là où elle sert avant de fermer : ensuite, plus personne ne peut l’afficher.',
  ask: 'Afficher la valeur',
  asking: 'Demande en cours…',
  value: 'Valeur',
  username: 'Nom d’utilisateur',
  use: 'Comment l’utiliser, avec la valeur déjà remplie',
  show: 'Afficher',
  hide: 'Masquer',
  copy: 'Copier',
  copied: 'Copié',
  copyFailed:
    'Le navigateur n’a pas autorisé la copie : affichez la valeur et copiez-la à la main.',
  gone: 'Plus personne ne peut afficher la valeur : elle a déjà été affichée, ou l’opération est terminée. S’il la faut, révoquez ce jeton et créez-en un autre.',
  maybeLost:
    'Le backend n’a pas donné de réponse exploitable. Réessayez : si la valeur compte alors comme affichée, elle est perdue ; révoquez dans ce cas ce jeton et créez-en un autre.',
  notYours:
    'La valeur n’est affichée qu’à la personne qui a demandé l’opération.',
};

export const cardActionMessages = {
  label: 'Actions pour {{environment}}',
  rotate: 'Renouveler…',
  rotateOf: 'Renouveler le jeton de l’environnement {{environment}}',
  paste: 'Utiliser mon jeton…',
  pasteOf: 'Utiliser mon jeton pour {{environment}}',
  running: 'Opération en cours',
  runningParked: 'Opération à l’arrêt',
};
