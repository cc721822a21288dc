package playground

import (
	"slices"
	"strconv"
	"strings"
)

// maxProspects is how many people the page switches between.
const maxProspects = 60

// names are what the page proposes for a new prospect.
var names = []string{
	"Мария Соколова", "Олег Литвинов", "Ирина Белова", "Тимур Алиев", "Наталья Зуева", "Павел Громов",
	"Светлана Ким", "Артём Жуков", "Лариса Никитина", "Денис Фомин", "Юлия Крылова", "Роман Седов",
}

// newcomer returns a new person with this name and a username made of it.
func newcomer(s *Server, name string) *Person {
	first, last, _ := strings.Cut(name, " ")
	person := s.Person(first)
	person.SetName(first, last)
	person.SetUsername(username(first, person.ID()))
	return person
}

// username spells a name in Latin letters, as Telegram wants it; the id keeps two
// people of one name apart.
func username(name string, id int64) string {
	var b strings.Builder
	for _, r := range strings.ToLower(name) {
		switch {
		case 'a' <= r && r <= 'z':
			b.WriteRune(r)
		default:
			b.WriteString(latin[r])
		}
	}
	return strings.Trim(b.String()+"_"+strconv.FormatInt(id%1000, 10), "_")
}

var latin = map[rune]string{
	'а': "a", 'б': "b", 'в': "v", 'г': "g", 'д': "d", 'е': "e", 'ё': "e", 'ж': "zh", 'з': "z", 'и': "i", 'й': "y",
	'к': "k", 'л': "l", 'м': "m", 'н': "n", 'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t", 'у': "u", 'ф': "f",
	'х': "h", 'ц': "ts", 'ч': "ch", 'ш': "sh", 'щ': "sch", 'ы': "y", 'э': "e", 'ю': "yu", 'я': "ya",
}

// freeNames returns the proposed names that nobody bears yet.
func (p *Page) freeNames(scene scene) []string {
	taken := map[string]bool{}
	for _, person := range scene.prospects {
		taken[person.view().Name] = true
	}
	return slices.DeleteFunc(slices.Clone(names), func(n string) bool { return taken[n] })
}
