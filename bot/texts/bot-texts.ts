/** What the bot says apart from cards. Plain en-GB; each sentence says what to do next. */
export const TEXTS = {
  reviewSaved: 'Saved. Every copy of the card says so in a moment.',
  outdatedCard:
    'This card is from an older version of the app, so that button no longer works. Nothing was changed. Ask again for a fresh card, or type *help*.',
  forgedCard: "That button carried something I can't read, so nothing was changed. Ask again for a fresh card, or type *help*.",
  notIdentified: "I couldn't check who is asking, so I can't answer here. Try again in a moment, or ask me in our own chat.",
  unsupportedInvoke: "The app can't do that here. Nothing was changed.",
  ownChatOnly: (typed: string): string => `Others read this conversation, so I answer that in our own chat. Open it and type *${typed}*.`,
  recordInOwnChat:
    'Others read this conversation, and the dates of a child are for your own agency: nothing was recorded. Open our own chat and type it there.',
  ownViewOnlyHere: 'That is about your own work, and others read this conversation. Ask me the same in our own chat.',
  tooFewHere: 'Fewer than three children fit that, so a shared conversation must not carry the answer. Ask me the same in our own chat.',
  greeting: (name: string): string => `Hello ${name}. Type *waiting* to see the children who wait, or *help* for everything I understand.`,
  fault: (correlationId: string): string =>
    `Something went wrong on our side. Nothing half-done was kept. Try again in a minute; if it happens again, give your administrator this number: ${correlationId}`,
  recordDateTitle: (reference: string): string => `Record a date: ${reference}`,
  dateRecorded: (reference: string, date: string, day: string): string =>
    `Recorded for ${reference}. ${date}: ${day}. Refresh the child's card to see it there.`,
  cancelled: (reference: string): string => `Not posted: you cancelled the post of ${reference}.`,
} as const
