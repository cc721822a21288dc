package playground

import (
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
)

// guard lets only this machine in, under a name of this machine, and orders only
// from the page itself: a site that the same browser shows, also one that names
// 127.0.0.1 its own, is refused.
func guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if why := stranger(r); why != "" {
			http.Error(w, "Симуляция открывается только на этом компьютере: "+why, http.StatusForbidden)
			return
		}
		h := w.Header()
		h.Set("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; "+
			"img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		next.ServeHTTP(w, r)
	})
}

// ownHeader stands in for Origin on an order, for programs that are no browser:
// other sites cannot set it without CORS, which the page does not do.
const ownHeader = "X-Leadbot-Demo"

// stranger returns why a request is refused, "" when it is not.
func stranger(r *http.Request) string {
	origin := r.Header.Get("Origin")
	switch {
	case !fromHere(r.RemoteAddr):
		return "адрес " + r.RemoteAddr
	case !ownHost(r, r.Host):
		return "имя " + r.Host
	case origin != "" && !ownOrigin(r, origin):
		return "страница " + origin
	case r.Method != http.MethodGet && r.Method != http.MethodHead && origin == "" && r.Header.Get(ownHeader) == "":
		return "запрос без Origin"
	}
	return ""
}

func fromHere(remote string) bool {
	address, err := netip.ParseAddrPort(remote)
	return err == nil && address.Addr().Unmap().IsLoopback()
}

// ownHost reports whether host names this machine and the port that is served.
func ownHost(r *http.Request, host string) bool {
	name, port, err := net.SplitHostPort(host)
	if err != nil {
		name, port = host, "80"
	}
	if !slices.Contains([]string{"127.0.0.1", "localhost", "::1", "[::1]"}, name) {
		return false
	}
	local, ok := r.Context().Value(http.LocalAddrContextKey).(net.Addr)
	if !ok {
		return false
	}
	_, served, err := net.SplitHostPort(local.String())
	return err == nil && port == served
}

// ownOrigin reports whether the origin is the very one that the request is for.
func ownOrigin(r *http.Request, origin string) bool {
	u, err := url.Parse(origin)
	return err == nil && u.Scheme == "http" && u.Host == r.Host && u.Path == ""
}
