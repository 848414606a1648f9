"""When, and in what order: each job gathers, decides, acts and records. What and how are bot's business."""
