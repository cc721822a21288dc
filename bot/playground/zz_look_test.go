package playground_test

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"leadbot/bot/playground"
)

func TestLook(t *testing.T) {
	addr := os.Getenv("LOOK")
	if addr == "" {
		t.Skip()
	}
	var cmd *exec.Cmd
	var server *playground.Server
	offset := time.Duration(0)
	zone, _ := time.LoadLocation("Europe/Moscow")
	now := func() time.Time { return time.Now().Add(offset).In(zone) }
	var stage func() playground.Stage
	stage = func() playground.Stage {
		if cmd != nil {
			cmd.Process.Kill()
			cmd.Wait()
			server.Close()
		}
		offset = 0
		server = playground.New("42:demo")
		server.Now = now
		server.Start()
		owner := server.Person("Виктор")
		owner.SetName("Виктор", "Рощин")
		owner.Start("")
		kate, ilya := server.Person("Катя"), server.Person("Илья")
		kate.SetName("Катя", "Смирнова")
		ilya.SetName("Илья", "Волков")
		g := server.Group("Менеджеры", true, kate, ilya)
		cmd = exec.Command(os.Getenv("BOT"), "run")
		dir := t.TempDir()
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "TELEGRAM_TOKEN=42:demo", "TELEGRAM_API_URL="+server.URL,
			fmt.Sprintf("MANAGERS_CHAT_ID=%d", g.ID()), fmt.Sprintf("OWNER_IDS=%d", owner.ID()), "DATABASE_URL="+filepath.Join(dir, "x.db"), "WORKING_HOURS=always", "QUIET_HOURS=none")
		cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		return playground.Stage{Server: server, Managers: g, Staff: []*playground.Person{kate, ilya}, Owner: owner, Now: now,
			Jump: func(ctx context.Context, d time.Duration) error {
				offset += d
				time.Sleep(700 * time.Millisecond)
				return nil
			},
			NextDigest: func() time.Time {
				n := now()
				return time.Date(n.Year(), n.Month(), n.Day()+(8-int(n.Weekday()))%7, 9, 0, 0, 0, zone)
			},
			Reset: func(context.Context) (playground.Stage, error) { return stage(), nil }}
	}
	p := playground.NewPage(stage())
	defer p.Close()
	fmt.Println("http://" + addr)
	go http.ListenAndServe(addr, p)
	time.Sleep(2 * time.Hour)
}
