export const dialogMessages = {
  close: 'Закрыть',
  back: 'Назад',
  cancel: 'Отмена',
  sending: 'Отправка…',
};

export const expiryFieldMessages = {
  legend: 'Срок действия',
  preset: '{{days}}',
  most: '{{days}} (максимум)',
  dateLabel: 'Истекает',
  hint: 'Токен перестаёт работать в 00:00 UTC этого дня (последний возможный: {{last}}).',
  hintUnlimited: 'Токен перестаёт работать в 00:00 UTC этого дня.',
};

export const rotateDialogMessages = {
  titleCredential: 'Ротация токена окружения {{environment}}',
  titleToken: 'Ротация токена «{{name}}»',
  confirm: 'Выполнить ротацию',
};

export const revokeDialogMessages = {
  title_one: 'Отозвать {{count}} токен',
  title_few: 'Отозвать {{count}} токена',
  title_many: 'Отозвать {{count}} токенов',
  title_other: 'Отозвать {{count}} токена',
  titleOne: 'Отозвать «{{name}}»',
  list: 'Что перестанет работать',
  confirm_one: 'Отозвать {{count}} токен',
  confirm_few: 'Отозвать {{count}} токена',
  confirm_many: 'Отозвать {{count}} токенов',
  confirm_other: 'Отозвать {{count}} токена',
  cannot: 'Отозвать нельзя: {{reason}}',
  typeName: 'Введите «{{environment}}» для подтверждения',
  typeNameHint: 'Портал окружения {{environment}} лишится доступа к GitLab.',
  none: 'Ни один из них нельзя отозвать.',
  results: 'Результаты',
  revoked: 'отозван',
  underWay: 'выполняется',
  notRevoked: 'не отозван',
};

export const issueDialogMessages = {
  title: 'Выпустить токен',
  environment: 'Окружение',
  kind: 'Тип',
  owner: 'Принадлежит',
  ownerHint: {
    group: 'Полный путь группы, например example-org/payments',
    project: 'Полный путь проекта, например example-org/payments/api',
    user: 'Имя пользователя',
  },
  name: 'Название',
  nameHint:
    'Укажите, для чего он нужен: потом его можно будет узнать только по названию.',
  purpose: 'CI',
  role: 'Роль',
  roleTooHigh: '{{role}} (выше политики, максимум: {{most}})',
  scopes: 'Области действия',
  scopeForbidden: 'Политика этого не допускает.',
  scopesNeeded: 'Выберите хотя бы одну область действия.',
  fieldNeeded: 'Это поле обязательно.',
  keyWrong: 'Буквы, цифры и подчёркивания, не более 255.',
  plan: 'Показать план',
  planning: 'Составление плана…',
  confirm: 'Выпустить',
  group: {
    read: 'Чтение',
    write: 'Запись',
    registry: 'Реестр контейнеров',
    packages: 'Пакеты',
    administration: 'Администрирование',
  },
  kindHelp: {
    personal:
      'Действует от имени человека. Создать его для другого могут только администраторы GitLab.',
    impersonation:
      'Действует от имени человека без его ведома. Создать его могут только администраторы.',
    group:
      'Действует как бот с ролью в группе и во всех её проектах. Исчезает вместе с группой.',
    project: 'Действует как бот с ролью только в этом проекте.',
    'service-account':
      'Действует как сервисная учётная запись, за которой не стоит человек. Нужен платный план GitLab.',
    'group-deploy':
      'Клонирует репозитории и читает реестры проектов группы. К API доступа не имеет.',
    'project-deploy':
      'Клонирует этот репозиторий и работает с его реестрами. К API доступа не имеет.',
  },
};

export const scopeHelpMessages = {
  api: 'всё, что может его пользователь, включая реестры',
  read_api: 'читать всё через API',
  read_user: 'читать профиль своего пользователя',
  read_repository: 'клонировать и получать изменения',
  write_repository: 'клонировать, получать и отправлять изменения',
  read_registry: 'скачивать образы контейнеров',
  write_registry: 'отправлять образы контейнеров',
  read_virtual_registry: 'скачивать через прокси зависимостей',
  write_virtual_registry: 'скачивать через прокси зависимостей и очищать его',
  read_package_registry: 'скачивать пакеты',
  write_package_registry: 'публиковать пакеты',
  create_runner: 'создавать раннеры',
  manage_runner: 'управлять раннерами',
  k8s_proxy: 'обращаться к Kubernetes через агенты',
  self_rotate: 'выполнять собственную ротацию',
  mcp: 'использовать MCP-сервер GitLab',
  granular: 'то, что дают его детальные разрешения',
  read_observability: 'читать данные наблюдаемости',
  write_observability: 'записывать данные наблюдаемости',
  ai_features: 'использовать GitLab Duo',
  sudo: 'действовать как любой пользователь, с правами администратора',
  admin_mode: 'администрировать там, где включён режим администратора',
  read_service_ping: 'скачивать данные Service Ping',
};

export const deliveryFieldMessages = {
  legend: 'Куда поступит значение',
  target: {
    'ci-variable': 'В переменную CI/CD',
    reveal: 'Будет показано один раз, здесь, вам',
  },
  where: 'Принадлежит',
  project: 'проекту',
  group: 'группе',
  path: 'Полный путь',
  key: 'Ключ',
  environmentScope: 'Область окружений',
  environmentScopeHint: '* означает все окружения GitLab',
  protected: 'Защищённая: только для защищённых веток и тегов',
  masked: 'Маскируемая: скрыта в журналах заданий',
};

export const pasteDialogMessages = {
  title: 'Использовать свой токен для {{environment}}',
  first: '1. Создайте токен в GitLab',
  firstWhat:
    'GitLab не позволяет никому создать личный токен за вас. Его форма откроется с заполненными названием, описанием и областями действия: выберите срок действия и отправьте её.',
  open: 'Открыть форму GitLab',
  noForm: 'Хост GitLab этого окружения неизвестен.',
  second: '2. Вставьте его значение сюда',
  value: 'Токен',
  valueHint:
    'Оно отправляется в бэкенд, который проверит его и запишет в {{file}}.',
  show: 'Показать значение',
  hide: 'Скрыть значение',
  confirm: 'Проверить и использовать',
  description: 'Для портала разработчиков, окружение {{environment}}',
};

export const revealMessages = {
  title: 'Значение нового токена',
  what: 'Оно показывается один раз. Сохраните его там, где оно нужно, прежде чем закрыть окно: потом его не сможет показать никто.',
  ask: 'Показать значение',
  asking: 'Запрос…',
  value: 'Значение',
  username: 'Имя пользователя',
  show: 'Показать',
  hide: 'Скрыть',
  copy: 'Копировать',
  copied: 'Скопировано',
  copyFailed:
    'Браузер не разрешил копирование: покажите значение и скопируйте его вручную.',
  notYours: 'Значение показывается только тому, кто запросил операцию.',
};

export const cardActionMessages = {
  label: 'Действия для {{environment}}',
  rotate: 'Ротация',
  rotateOf: 'Ротация токена окружения {{environment}}',
  paste: 'Использовать свой токен',
  pasteOf: 'Использовать свой токен для {{environment}}',
  running: 'Операция выполняется',
  runningParked: 'Операция остановилась',
};
