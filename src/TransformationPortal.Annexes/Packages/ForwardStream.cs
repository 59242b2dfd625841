namespace TransformationPortal.Annexes.Packages;

/// <summary>A stream that can only be written on, whatever the one under it can do. It leaves that one open.</summary>
internal sealed class ForwardStream(Stream under) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException("The stream can only be written.");

    public override long Position
    {
        get => throw new NotSupportedException("The stream can only be written.");
        set => throw new NotSupportedException("The stream can only be written.");
    }

    public override void Flush() => under.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => under.FlushAsync(cancellationToken);

    public override void Write(byte[] buffer, int offset, int count) => under.Write(buffer, offset, count);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        under.WriteAsync(buffer, offset, count, cancellationToken);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => under.WriteAsync(buffer, cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("The stream can only be written.");

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("The stream can only be written.");

    public override void SetLength(long value) => throw new NotSupportedException("The stream can only be written.");
}
