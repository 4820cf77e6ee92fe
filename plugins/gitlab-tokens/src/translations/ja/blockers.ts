export const blockerMessages = {
  BROKER_MISSING: {
    what: 'SOPS ファイルにブローカーがなく、ポータルの認証情報自体ではこの操作ができません。',
    action:
      'トークンを管理できるトークンを sops edit でこのファイルの gitlabTokens.broker.token に書き込んでください。',
  },
  BROKER_IS_BOT: {
    what: '{{who}}はグループまたはプロジェクトのトークンのボットです。GitLab では、ボットはトークンの一覧表示と取り消しはできますが、作成とローテーションはできません。',
    action:
      '個人またはサービスアカウントのトークンをブローカーとして使用してください。',
  },
  BROKER_ROLE_TOO_LOW: {
    what: '{{who}}に必要なロールがないか、対象が見えていません。',
    action:
      'GitLab でそのユーザーに必要なロールを付与するか、別のブローカーを使用してください。',
  },
  BROKER_ROLE_BELOW_TOKEN: {
    what: '{{who}}は新しいトークンにこのロールを付与できません。',
    action:
      'トークンに別のロールを指定するか、より高いロールのブローカーを使用してください。',
  },
  BROKER_SCOPE_TOO_NARROW: {
    what: '{{who}}には、トークンの管理に必要なスコープ api がありません。',
    action:
      'スコープ api のあるトークンを SOPS ファイルの gitlabTokens.broker.token に書き込んでください。',
  },
  BROKER_NOT_ADMINISTRATOR: {
    what: '{{who}}は管理者ではありません。この操作は管理者だけができます。',
    action:
      'GitLab で行うか、管理者のトークンをブローカーとして使用してください。',
  },
  BROKER_REJECTED: {
    what: 'GitLab がブローカーを受け付けません。',
    action:
      'GitLab で新しいトークンを作成し、sops edit で SOPS ファイルに書き込んでください。',
  },
  BROKER_UNKNOWN: {
    what: 'ブローカーの確認時に GitLab から応答がありませんでした。',
    action:
      'このポータルから GitLab に接続できることを確認し、再試行してください。',
  },
  NOT_ON_THIS_GITLAB: {
    what: 'このエディションまたはプランの GitLab に、この種類のトークンはありません。',
    action: '代わりにグループまたはプロジェクトのトークンを使用してください。',
  },
  DEPLOY_TOKENS_CANNOT_ROTATE: {
    what: 'GitLab ではデプロイトークンをローテーションできません。',
    action:
      'オーバーラップを選択してください。新しいトークンが作成され、古いトークンは削除されます。',
  },
  TOKEN_CANNOT_ROTATE_ITSELF: {
    what: 'トークンが自身をローテーションするには、スコープ api または self_rotate が必要です。',
    action: '次のトークンにスコープ self_rotate を宣言してください。',
  },
  TOKEN_REVOKED: {
    what: 'トークンはすでに取り消されています。',
    action:
      '終了させるものはありません。必要な場所には新しいトークンを発行してください。',
  },
  TOKEN_EXPIRED: {
    what: 'GitLab がこのトークンを受け付けなくなったため、自身をローテーションできません。',
    action:
      'ブローカーを使用するか、GitLab で新しいトークンを作成してください。',
  },
  PERSONAL_TOKENS_ARE_MADE_BY_HAND: {
    what: 'GitLab には、管理者を除き、他の人のパーソナルアクセストークンを作成する API がありません。',
    action:
      'GitLab でトークンを作成し、ここに貼り付けてください。確認後、SOPS ファイルに書き込まれます。',
  },
  FILE_LOCKED: {
    what: 'ここでは SOPS ファイルを開けません。',
    action:
      'このポータルにファイルの鍵を渡すか、その環境のポータルで操作してください。',
  },
  FILE_INVALID: {
    what: 'SOPS ファイルが存在しないか、形式が正しくないか、SOPS を使わずに変更されています。',
    action: 'バージョン管理から復元してください。',
  },
  ESCROW_MISSING: {
    what: '新しい値を途中で安全に保管できません。単独でファイルを開ける age の受信者がなく、gitlabTokens.escrow.recipients にも指定がありません。',
    action:
      'sops updatekeys でファイルに age の受信者を追加するか、gitlabTokens.escrow.recipients に指定してください。',
  },
  VALUE_NOT_MASKABLE: {
    what: 'このインスタンスのトークンは、GitLab の変数ではマスクできません。値は送信されていません。',
    action:
      'raw: true で配布するか、英数字とハイフンからなるトークンプレフィックスの設定を管理者に依頼してください。',
  },
  NO_DELIVERY: {
    what: '新しい値の配布先が指定されていません。',
    action: 'CI/CD 変数などの配布先を選択してください。',
  },
  TARGET_UNUSABLE: {
    what: 'この配布先に値を配布できません。',
    action: '別の配布先を選択するか、この配布先を修正してください。',
  },
  TOKEN_GONE: {
    what: 'このトークンは GitLab にもう存在しません。',
    action:
      '新しいトークンを発行してください。トークンの一覧は自動的に更新されます。',
  },
};

export const blockerFactMessages = {
  broker: 'ブローカー',
  credential: 'ポータルの認証情報',
  named: '{{who}}（{{username}}）',
  noMember:
    '{{who}}はメンバーではありません。{{needed}}以上のロールが必要です。',
  roleTooLow:
    '{{who}}のロールは{{role}}です。{{needed}}以上のロールが必要です。',
  roleBelowToken:
    '{{who}}のロールは{{role}}で、ロール「{{wanted}}」は付与できません。',
  scopeTooNarrow:
    '{{who}}のスコープは {{scopes}} です。トークンの管理には api が必要です。',
  expired: '{{who}}は {{date}} に期限切れになりました。',
  cannotRotateItself:
    'トークンのスコープは {{scopes}} です。自身をローテーションするには api または self_rotate が必要です。',
};
