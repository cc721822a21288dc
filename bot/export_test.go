package bot

import "context"

// Handle takes the inputs as one batch, as Run does, and returns when it is done
// with them.
func (l *Loop) Handle(ctx context.Context, inputs ...Input) { l.handle(ctx, inputs) }
