"""From a decided day to sent mails: runs weighed, letters composed, delivered once."""
