package dialog
import ("testing";"fmt")
func TestProbe(t *testing.T){
 for _,c:=range [][2]string{
 {`up_to: 5000, points: 5`,`points: 5`},
 {`, over: true, points: 20`,`, points: 20`},
 {`up_to: 5000`,`up_to: 5000, under: 3`},
 {`number: money`,``},
 {`points: 20}`+"\n\n  - id: trouble",`points: 20, up_to: 3}`+"\n\n  - id: trouble"},
 {"texts:\n","reminders: [\"{oops} a\", \"b\"]\ntexts:\n"},
 {"texts:\n","exercises: {x: {text: \"{oops}\", now: a, later: b, remind: [c]}}\ntexts:\n"},
 {"texts:\n","exercises: {x: {text: \"a\"}}\ntexts:\n"},
 {"{not: digital}}\n    used_by","{not: digital, foo: bar}}\n    used_by"},
 {`{tuned: long_ago}`,`{nosuch: []}`},
 {`language: ru`,`language: agency`},
 {`Это {shop}`,`Это {Shop}`},
 {`"Когда приехать?"`,`"Когда {name1}?"`},
 {`{tuned: long_ago}`,`{at_most: {P: 3}}`},
 {`{tuned: long_ago}`,`{total: 3}`},
 {`{tuned: long_ago}`,`{any_flag: [nosuch]}`},
 {`{instrument: [upright, grand]}`,`{category: [nosuch]}`},
 {`required: true`,`required: true`+"\n    suggest: trouble"},
 {`  decay: {group: I, every: 14d, steps: 4}`,`  decay: {group: I, every: 14d, steps: 4}`+"\n  formulas: [{id: instrument, group: P, rows: [{name: a, points: 3}]}]"},
 {`  decay: {group: I, every: 14d, steps: 4}`,`  decay: {group: I, every: 14d, steps: 4}`+"\n  formulas: [{id: tuned, group: P, rows: [{name: a, points: 3, when: {soon: x}}]}]"},
 {`  decay: {group: I, every: 14d, steps: 4}`,`  decay: {group: P, every: 0d, steps: 4}`},
 {`  decay: {group: I, every: 14d, steps: 4}`,`  decay: {group: P, every: 99999999999d, steps: 4}`},
 {`  decay: {group: I, every: 14d, steps: 4}`,`  decay: {every: 14d, steps: 4}`},
 {`id: phone`+"\n    kind: phone",`id: phone`+"\n    kind: phone\n    together: soon"},
 {`{at_least: {P+V+R: 45}}`,`{at_least: {total: 45}}`},
 {`{at_least: {P+V+R: 45}}`,`{at_least: {completeness: 45}}`},
 {`  temperature:`+"\n    - {label: hot, when: {at_least: {total: 70}}}"+"\n    - {label: warm, when: {at_least: {total: 40}}}"+"\n    - {label: cold}\n",``},
 {`label: hot,`,`label: scorching,`},
 {`{label: promising,`,`{label: wonderful,`},
 {`version: "1"`,``},
 {`name: "Настройка пианино"`,``},
 {`id: trouble`,`id: decay`},{`id: trouble`,`id: human`},{`id: trouble`,`id: format`},{`id: trouble`,`id: asked_human`},
 {`required: true`,`required: true`+"\n    together: a b"},
 {`points: 25`,`points: -25`},
 {`points: 25`,`points: 2500`},
 {`points: 0, say`,`points: 0, awareness: 3, say`},
 }{
  s,p:=Load("f",[]byte(changed(t,c[0],c[1])))
  fmt.Println(s!=nil, c[1],"=>",p)
 }
}
