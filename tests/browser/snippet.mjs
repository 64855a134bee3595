import { createClient } from '@supabase/supabase-js'

const supabase = createClient('http://localhost:4000', KEY)

const channel = supabase.channel('music_room:LARK')

channel
  .on('broadcast', { event: 'beat' }, (payload) => {
    heard.beats.push(payload)
  })
  .on('broadcast', { event: 'play_note' }, (payload) => {
    heard.notes.push(payload)
  })
  .subscribe((status) => {
    heard.status.push(status)
  })

window.play = () => channel.send({
  type: 'broadcast',
  event: 'play_note',
  payload: { midi: 60, student_id: 'student-1' }
})
