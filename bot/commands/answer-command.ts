import type { Answer, Turn } from '../turn.ts'
import type { BotDeps } from '../use-cases.ts'
import { child } from './child.ts'
import { greeting } from './greeting.ts'
import { help } from './help.ts'
import { meetings } from './meetings.ts'
import type { Command } from './parse-command.ts'
import { post } from './post.ts'
import { postList } from './post-list.ts'
import { record } from './record.ts'
import { schedule } from './schedule.ts'
import { unclear } from './unclear.ts'
import { unknown } from './unknown.ts'
import { waiting } from './waiting.ts'
import { whoAmI } from './who-am-i.ts'
import { workAs } from './work-as.ts'

/** Each command goes to its one handler; a new command does not compile until it has one. */
export const answerCommand =
  (deps: BotDeps) =>
  (turn: Turn, command: Command): Promise<Answer> => {
    switch (command.name) {
      case 'help':
        return help(deps)(turn, command)
      case 'greeting':
        return greeting(deps)(turn, command)
      case 'waiting':
        return waiting(deps)(turn, command)
      case 'child':
        return child(deps)(turn, command)
      case 'post':
        return post(deps)(turn, command)
      case 'post-list':
        return postList(deps)(turn, command)
      case 'record':
        return record(deps)(turn, command)
      case 'schedule':
        return schedule(deps)(turn, command)
      case 'meetings':
        return meetings(deps)(turn, command)
      case 'work-as':
        return workAs(deps)(turn, command)
      case 'who-am-i':
        return whoAmI(deps)(turn, command)
      case 'unclear':
        return unclear(deps)(turn, command)
      case 'unknown':
        return unknown(deps)(turn, command)
      default:
        return command satisfies never
    }
  }
