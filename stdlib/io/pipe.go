package io

// Pipe connects a reader with a writer, without a buffer: each Write waits until Reads have taken it all, or
// the other end is closed.
func Pipe() (*PipeReader, *PipeWriter) {
	p := &pipe{
		data: make(chan []byte),
		took: make(chan int),
		done: make(chan struct{}),
		turn: make(chan struct{}, 1),
		lock: make(chan struct{}, 1),
	}
	return &PipeReader{p}, &PipeWriter{p}
}

type pipe struct {
	data chan []byte   // from Write to Read
	took chan int      // from Read to Write: how much of it
	done chan struct{} // closed with either end
	turn chan struct{} // held by the one active Write
	lock chan struct{} // guards the errors and the closing of done
	rerr error         // set by the reader's Close
	werr error         // set by the writer's Close
}

func (p *pipe) close(err *error, with error) {
	p.lock <- struct{}{}
	if *err == nil {
		*err = with
	}
	select {
	case <-p.done:
	default:
		close(p.done)
	}
	<-p.lock
}

func (p *pipe) errors() (rerr, werr error) {
	p.lock <- struct{}{}
	rerr, werr = p.rerr, p.werr
	<-p.lock
	return rerr, werr
}

func (p *pipe) readError() error {
	rerr, werr := p.errors()
	if rerr == nil && werr != nil {
		return werr
	}
	return ErrClosedPipe
}

func (p *pipe) writeError() error {
	rerr, werr := p.errors()
	if werr == nil && rerr != nil {
		return rerr
	}
	return ErrClosedPipe
}

func (p *pipe) read(b []byte) (int, error) {
	select {
	case <-p.done:
		return 0, p.readError()
	default:
	}
	select {
	case data := <-p.data:
		n := copy(b, data)
		p.took <- n
		return n, nil
	case <-p.done:
		return 0, p.readError()
	}
}

func (p *pipe) write(b []byte) (n int, err error) {
	select {
	case <-p.done:
		return 0, p.writeError()
	default:
		p.turn <- struct{}{}
	}
	for once := true; once || len(b) > 0; once = false {
		select {
		case p.data <- b:
			m := <-p.took
			b = b[m:]
			n += m
		case <-p.done:
			<-p.turn
			return n, p.writeError()
		}
	}
	<-p.turn
	return n, nil
}

// PipeReader is the reading end of a pipe.
type PipeReader struct{ pipe *pipe }

func (r *PipeReader) Read(data []byte) (n int, err error) { return r.pipe.read(data) }

// Close makes Writes fail with ErrClosedPipe.
func (r *PipeReader) Close() error { return r.CloseWithError(nil) }

// CloseWithError makes Writes fail with err.
func (r *PipeReader) CloseWithError(err error) error {
	if err == nil {
		err = ErrClosedPipe
	}
	r.pipe.close(&r.pipe.rerr, err)
	return nil
}

// PipeWriter is the writing end of a pipe.
type PipeWriter struct{ pipe *pipe }

func (w *PipeWriter) Write(data []byte) (n int, err error) { return w.pipe.write(data) }

// Close makes Reads end with EOF.
func (w *PipeWriter) Close() error { return w.CloseWithError(nil) }

// CloseWithError makes Reads fail with err; EOF if it is nil.
func (w *PipeWriter) CloseWithError(err error) error {
	if err == nil {
		err = EOF
	}
	w.pipe.close(&w.pipe.werr, err)
	return nil
}
