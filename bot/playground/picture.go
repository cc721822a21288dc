package playground

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"
	"sync"
)

// picture is the photo that people send: hills under an evening sky, as PNG.
var picture = sync.OnceValue(func() []byte {
	const width, height = 640, 360
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			img.Set(x, y, scenery(float64(x)/width, float64(y)/height))
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		panic("playground: encode a picture: " + err.Error())
	}
	return b.Bytes()
})

// scenery is the colour of a point; x and y go from 0 to 1.
func scenery(x, y float64) color.RGBA {
	for i, hill := range []struct {
		base, swing, wave float64
		c                 color.RGBA
	}{
		{0.86, 0.05, 5, color.RGBA{38, 70, 83, 255}},
		{0.74, 0.07, 7, color.RGBA{58, 108, 116, 255}},
		{0.62, 0.08, 4, color.RGBA{98, 146, 148, 255}},
	} {
		if y > hill.base+hill.swing*math.Sin(hill.wave*x+2*float64(i)) {
			return hill.c
		}
	}
	if math.Hypot((x-0.7)*16/9, y-0.36) < 0.09 {
		return color.RGBA{255, 236, 190, 255}
	}
	return blend(color.RGBA{120, 160, 205, 255}, color.RGBA{255, 196, 150, 255}, y/0.7)
}

// blend mixes two colours; at 0 it is the first, from 1 on the second.
func blend(a, b color.RGBA, share float64) color.RGBA {
	share = min(share, 1)
	mix := func(a, b uint8) uint8 { return uint8(float64(a)*(1-share) + float64(b)*share) }
	return color.RGBA{mix(a.R, b.R), mix(a.G, b.G), mix(a.B, b.B), 255}
}
