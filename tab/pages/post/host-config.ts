import { tokens } from '@fluentui/react-components'

const colour = (strong: string, subtle: string = strong) => ({ default: strong, subtle, highlightColors: { default: strong, subtle } })

const words = {
  default: colour(tokens.colorNeutralForeground1, tokens.colorNeutralForeground2),
  dark: colour(tokens.colorNeutralForeground1, tokens.colorNeutralForeground2),
  light: colour(tokens.colorNeutralForegroundInverted),
  accent: colour(tokens.colorBrandForeground1),
  good: colour(tokens.colorStatusSuccessForeground1),
  warning: colour(tokens.colorStatusWarningForeground1),
  attention: colour(tokens.colorStatusDangerForeground1),
}

const container = (background: string) => ({ backgroundColor: background, borderColor: tokens.colorNeutralStroke2, foregroundColors: words })

/** Teams' way with cards, in the tokens of the theme that is on, so that the preview follows light, dark and contrast. */
export const hostConfig = {
  supportsInteractivity: true,
  fontFamily: tokens.fontFamilyBase,
  fontSizes: { small: 12, default: 14, medium: 16, large: 20, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: tokens.colorNeutralStroke2 },
  containerStyles: {
    default: container('transparent'),
    emphasis: container(tokens.colorNeutralBackground3),
    accent: container(tokens.colorBrandBackground2),
    good: container(tokens.colorStatusSuccessBackground1),
    attention: container(tokens.colorStatusDangerBackground1),
    warning: container(tokens.colorStatusWarningBackground1),
  },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    showCard: { actionMode: 'inline' },
  },
  adaptiveCard: { allowCustomStyle: false },
  // below the dialog's own headings
  textBlock: { headingLevel: 4 },
}
