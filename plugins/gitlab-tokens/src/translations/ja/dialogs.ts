export const dialogMessages = {
  close: '閉じる',
  back: '戻る',
  cancel: 'キャンセル',
  sending: '送信中…',
};

export const expiryFieldMessages = {
  legend: '有効期限',
  preset: '{{days}}',
  most: '{{days}}（最長）',
  dateLabel: '期限日',
  hint: 'トークンはこの日の 00:00 UTC に無効になります。最も遅い日：{{last}}',
  hintUnlimited: 'トークンはこの日の 00:00 UTC に無効になります。',
};

export const rotateDialogMessages = {
  titleCredential: '{{environment}} の認証情報をローテーション',
  titleToken: '「{{name}}」をローテーション',
  confirm: 'ローテーションを実行',
};

export const revokeDialogMessages = {
  title_other: '{{count}} 件のトークンを取り消す',
  titleOne: '「{{name}}」を取り消す',
  list: '停止するもの',
  confirm_other: '{{count}} 件のトークンを取り消す',
  cannot: '取り消せません：{{reason}}',
  typeName: '確認のため「{{environment}}」と入力してください',
  typeNameHint: '{{environment}} のポータルは認証情報を失います。',
  nameNeeded:
    '{{environment}} のポータルが現在このトークンで動作しています。名前を入力してください。',
  none: '取り消せるトークンはありません。',
  results: '結果',
  revoked: '取り消し済み',
  underWay: '処理中',
  notRevoked: '取り消されていません',
};

export const issueDialogMessages = {
  title: 'トークンを発行',
  environment: '環境',
  kind: '種類',
  owner: '所有者',
  ownerHint: {
    group: 'グループのフルパス（例：example-org/payments）',
    project: 'プロジェクトのフルパス（例：example-org/payments/api）',
    user: 'ユーザー名',
  },
  name: '名前',
  nameHint:
    '用途がわかる名前にしてください。あとで見分ける手がかりは名前だけです。',
  purpose: 'CI',
  role: 'ロール',
  roleTooHigh: '{{role}}（ポリシーの上限は {{most}} です）',
  scopes: 'スコープ',
  scopeForbidden: 'ポリシーで許可されていません。',
  scopesNeeded: 'スコープを 1 つ以上選択してください。',
  fieldNeeded: '必須項目です。',
  keyWrong: '英字、数字、アンダースコアを 255 文字以内で入力してください。',
  plan: 'プランを表示',
  planning: 'プランを作成中…',
  confirm: '発行する',
  group: {
    read: '読み取り',
    write: '書き込み',
    registry: 'コンテナレジストリ',
    packages: 'パッケージ',
    administration: '管理',
  },
  kindHelp: {
    personal:
      '個人として動作します。他の人のために作成できるのは GitLab の管理者だけです。',
    impersonation:
      '本人に知られずにその人として動作します。作成できるのは管理者だけです。',
    group:
      'グループとそのすべてのプロジェクトにロールを持つボットとして動作します。グループとともに消滅します。',
    project: 'このプロジェクトだけにロールを持つボットとして動作します。',
    'service-account':
      '特定の個人に属さないサービスアカウントとして動作します。GitLab の有料プランが必要です。',
    'group-deploy':
      'グループのプロジェクトのリポジトリをクローンし、レジストリを読み取ります。API は使用できません。',
    'project-deploy':
      'このリポジトリをクローンし、そのレジストリを使用します。API は使用できません。',
  },
};

export const scopeHelpMessages = {
  api: 'レジストリを含め、そのユーザーに許可されたすべての操作',
  read_api: 'API によるすべての読み取り',
  read_user: 'そのユーザーのプロフィールの読み取り',
  read_repository: 'クローンとプル',
  write_repository: 'クローン、プル、プッシュ',
  read_registry: 'コンテナイメージのプル',
  write_registry: 'コンテナイメージのプッシュ',
  read_virtual_registry: '依存プロキシ経由のプル',
  write_virtual_registry: '依存プロキシ経由のプルとキャッシュの消去',
  read_package_registry: 'パッケージのダウンロード',
  write_package_registry: 'パッケージの公開',
  create_runner: 'Runner の作成',
  manage_runner: 'Runner の管理',
  k8s_proxy: 'エージェント経由の Kubernetes の呼び出し',
  self_rotate: '自身のローテーション',
  mcp: 'GitLab の MCP サーバーの使用',
  granular: '詳細な権限に定められた操作',
  read_observability: 'オブザーバビリティデータの読み取り',
  write_observability: 'オブザーバビリティデータの書き込み',
  ai_features: 'GitLab Duo の使用',
  sudo: '管理者による、任意のユーザーとしての操作',
  admin_mode: '管理者モードが有効な場合の管理操作',
  read_service_ping: 'Service Ping データのダウンロード',
};

export const deliveryFieldMessages = {
  legend: '値の配布先',
  target: {
    'ci-variable': 'CI/CD 変数に設定',
    reveal: 'この画面であなたに一度だけ表示',
  },
  where: '所属先',
  project: 'プロジェクト',
  group: 'グループ',
  path: 'フルパス',
  key: 'キー',
  environmentScope: '環境スコープ',
  environmentScopeHint: '* は GitLab のすべての環境を表します',
  protected: '保護：保護されたブランチとタグでのみ使用可能',
  masked: 'マスク：ジョブログに表示しない',
};

export const pasteDialogMessages = {
  title: '{{environment}} に自分のトークンを使用',
  first: '1. GitLab でトークンを作成',
  firstWhat:
    'パーソナルアクセストークンは本人しか作成できません。名前、説明、スコープが入力された GitLab のフォームが開きます。有効期限を選び、フォームのボタンを押してください。',
  open: 'GitLab のフォームを開く',
  noForm: 'この環境の GitLab ホストが不明です。',
  second: '2. 値をここに貼り付け',
  value: 'トークン',
  valueHint: '値はバックエンドに送られ、確認後に {{file}} に書き込まれます。',
  show: '値を表示',
  hide: '値を隠す',
  confirm: '確認して使用',
  description: '開発者ポータル用、環境 {{environment}}',
};

export const revealMessages = {
  title: '新しいトークンの値',
  what: '値は一度しか表示されません。閉じる前に、使用する場所に保存してください。閉じたあとは誰も表示できません。',
  ask: '値を表示',
  asking: '取得中…',
  value: '値',
  username: 'ユーザー名',
  use: '使い方（値は入力済み）',
  show: '表示',
  hide: '隠す',
  copy: 'コピー',
  copied: 'コピーしました',
  copyFailed:
    'ブラウザーがコピーを許可しませんでした。値を表示して手動でコピーしてください。',
  gone: '値はすでに表示されたか、操作が終了しているため、もう表示できません。必要な場合は、このトークンを取り消して別のトークンを発行してください。',
  maybeLost:
    'バックエンドから有効な応答がありませんでした。再試行してください。その時点で表示済みとされていれば値は失われています。その場合は、このトークンを取り消して別のトークンを発行してください。',
  notYours: '値は操作を依頼した人にだけ表示されます。',
};

export const cardActionMessages = {
  label: '{{environment}} の操作',
  rotate: 'ローテーション…',
  rotateOf: '{{environment}} の認証情報をローテーション',
  paste: '自分のトークンを使用…',
  pasteOf: '{{environment}} に自分のトークンを使用',
  running: '操作を実行中',
  runningParked: '操作が停止中',
};
